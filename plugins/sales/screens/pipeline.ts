import { defineScreen } from '../../../core/index.ts';

export const pipeline = defineScreen({
  id: 'sales.pipeline',
  kind: 'board',
  entity: 'opportunity',
  nav: { group: 'sales', icon: 'kanban', order: 10 },
  lanes: { field: 'stage' },
  card: ['name', 'account', 'product', 'amount', 'owner', 'closeDate'],
  totals: ['amount'],
  filters: ['owner', 'product', 'account', 'closeDate'],
});
