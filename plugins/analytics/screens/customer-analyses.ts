import { defineScreen, flow } from '../../../core/index.ts';

export const customerAnalyses = defineScreen({
  id: 'analytics.customers',
  kind: 'list',
  entity: 'customer-analysis',
  nav: { group: 'analytics', icon: 'chart-line', order: 10 },
  columns: [
    'name',
    'segment',
    'churnRisk',
    'churnReasons',
    'expectedRevenue',
    'purchases',
    'revenue',
    'lastPurchase',
  ],
  sort: ['-churnRisk'],
  filters: ['segment', 'churnRisk', 'owner', 'lastPurchase', 'expectedRevenue'],
  actions: [flow('risk-follow-up')],
});
