import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** With what the figure means, for who has not read where it comes from. */
const explained = (name: string) => ({ ...field(name), help: `analytics.screen.customer.${name}.help` });

const section = (id: string, children: ReturnType<typeof field>[]) => ({
  ...{ id, node: 'section' as const, title: `analytics.screen.customer.${id}` },
  children,
});

export const customerAnalysisRecord = defineScreen({
  id: 'analytics.customer',
  kind: 'record',
  entity: 'customer-analysis',
  header: ['segment', 'churnRisk', 'expectedRevenue', 'owner'],
  side: [
    { id: 'flows', node: 'flows' },
    section('bought', [
      ...['account', 'purchases', 'revenue', 'firstPurchase', 'lastPurchase'].map(field),
      field('analysedAt'),
    ]),
  ],
  body: [
    {
      id: 'tabs',
      node: 'tabs',
      children: [
        {
          id: 'meaning',
          node: 'tab',
          title: 'analytics.screen.customer.meaning',
          children: [
            section('outlook', [
              ...['churnRisk', 'churnHorizon', 'churnReasons', 'aliveProbability'].map(explained),
              ...['expectedPurchases', 'expectedRevenue'].map(explained),
            ]),
            section('scores', [
              explained('segment'),
              ...['recencyScore', 'frequencyScore', 'monetaryScore'].map(explained),
            ]),
          ],
        },
        {
          id: 'activity',
          node: 'tab',
          title: 'analytics.screen.customer.activity',
          children: [{ id: 'timeline', node: 'timeline' }],
        },
      ],
    },
  ],
});
