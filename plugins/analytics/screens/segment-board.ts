import { defineScreen } from '../../../core/index.ts';

/** Customers by what should be done with them. */
export const segmentBoard = defineScreen({
  id: 'analytics.segments',
  kind: 'board',
  entity: 'customer-analysis',
  nav: { group: 'analytics', icon: 'kanban', order: 20 },
  lanes: { field: 'segment' },
  card: ['name', 'expectedRevenue', 'churnRisk', 'lastPurchase'],
  totals: ['revenue'],
  filters: ['owner', 'lastPurchase'],
});
