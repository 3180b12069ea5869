import { defineScreen } from '../../../core/index.ts';

export const dutyCalendar = defineScreen({
  id: 'service.duty-calendar',
  kind: 'calendar',
  entity: 'duty',
  nav: { group: 'service', icon: 'siren', order: 54 },
  date: { field: 'startsAt', end: 'endsAt' },
  card: ['queue', 'startsAt', 'endsAt'],
  filters: ['person', 'queue'],
});
