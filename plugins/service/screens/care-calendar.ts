import { defineScreen } from '../../../core/index.ts';

export const careCalendar = defineScreen({
  id: 'service.care-calendar',
  kind: 'calendar',
  entity: 'care-occasion',
  nav: { group: 'service', icon: 'calendar-heart', order: 55.5 },
  date: { field: 'on' },
  color: 'occasion',
  filters: ['occasion', 'status', 'assignee', 'account'],
});
