import { defineScreen } from '../../../core/index.ts';

export const campaignBoard = defineScreen({
  id: 'campaigns.plan',
  kind: 'board',
  entity: 'campaign',
  nav: { group: 'marketing', icon: 'megaphone', order: 20 },
  lanes: { field: 'state' },
  card: ['name', 'audience', 'budget', 'startDate', 'owner'],
  totals: ['budget'],
  filters: ['owner', 'objective', 'startDate'],
});
