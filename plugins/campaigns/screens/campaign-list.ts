import { defineScreen } from '../../../core/index.ts';

export const campaignList = defineScreen({
  id: 'campaigns.campaigns',
  kind: 'list',
  entity: 'campaign',
  columns: [
    'name',
    'state',
    'objective',
    'audience',
    'startDate',
    'budget',
    'cost',
    'revenue',
    'returnOnCost',
  ],
  sort: ['-startDate'],
  filters: ['state', 'objective', 'owner'],
});
