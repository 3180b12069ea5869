import { defineScreen } from '../../../core/index.ts';

export const opportunityList = defineScreen({
  id: 'sales.opportunities',
  kind: 'list',
  entity: 'opportunity',
  nav: { group: 'sales', icon: 'target', order: 20 },
  columns: ['name', 'stage', 'account', 'product', 'amount', 'owner', 'engageDate', 'closeDate'],
  sort: ['-closeDate'],
  filters: ['stage', 'owner', 'product', 'account', 'contacts', 'closeDate'],
});
