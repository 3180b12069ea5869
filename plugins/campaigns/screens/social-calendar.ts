import { defineScreen } from '../../../core/index.ts';

export const socialCalendar = defineScreen({
  id: 'campaigns.social-calendar',
  kind: 'calendar',
  entity: 'social-post',
  nav: { group: 'marketing', icon: 'message-square-share', order: 24 },
  date: { field: 'plannedFor' },
  color: 'status',
  card: ['name', 'plannedFor', 'campaign', 'owner'],
  filters: ['status', 'campaign', 'owner'],
});
