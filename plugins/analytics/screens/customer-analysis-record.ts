import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

export const customerAnalysisRecord = defineScreen({
  id: 'analytics.customer',
  kind: 'record',
  entity: 'customer-analysis',
  header: ['segment', 'churnRisk', 'expectedRevenue', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'outlook',
      node: 'section',
      title: 'analytics.screen.customer.outlook',
      children: [
        field('account'),
        field('churnRisk'),
        field('churnReasons'),
        field('aliveProbability'),
        field('expectedPurchases'),
        field('expectedRevenue'),
      ],
    },
    {
      id: 'bought',
      node: 'section',
      title: 'analytics.screen.customer.bought',
      children: [
        field('purchases'),
        field('revenue'),
        field('firstPurchase'),
        field('lastPurchase'),
        field('recencyScore'),
        field('frequencyScore'),
        field('monetaryScore'),
        field('analysedAt'),
      ],
    },
  ],
  body: [{ id: 'timeline', node: 'timeline' }],
});
