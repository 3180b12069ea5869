import { defineScreen, fields } from '../../../core/index.ts';

/** With what the figure means, for who has not read where it comes from; the next analysis writes it anew. */
const explained = (...names: string[]) =>
  fields(
    ...names.map((field) => ({ field, readOnly: true, help: `analytics.screen.customer.${field}.help` })),
  );

const section = (id: string, children: ReturnType<typeof fields>) => ({
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
    section(
      'bought',
      fields({
        field: ['account', 'purchases', 'revenue', 'firstPurchase', 'lastPurchase', 'analysedAt'],
        readOnly: true,
      }),
    ),
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
            section(
              'outlook',
              explained(
                'churnRisk',
                'churnHorizon',
                'churnReasons',
                'aliveProbability',
                'expectedPurchases',
                'expectedRevenue',
              ),
            ),
            section('scores', explained('segment', 'recencyScore', 'frequencyScore', 'monetaryScore')),
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
