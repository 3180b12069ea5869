import { defineScreen } from '../../../core/index.ts';

export const campaignCalendar = defineScreen({
  id: 'campaigns.calendar',
  kind: 'calendar',
  entity: 'campaign',
  date: { field: 'startDate', end: 'endDate' },
  color: 'state',
  filters: ['state', 'objective', 'owner'],
});
