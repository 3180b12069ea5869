import { defineScreen } from '../../../core/index.ts';

export const productRecord = defineScreen({
  id: 'sales.product',
  kind: 'record',
  entity: 'product',
  header: ['series', 'salesPrice'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'sales.screen.product.facts',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'series', node: 'field', field: 'series' },
        { id: 'salesPrice', node: 'field', field: 'salesPrice' },
      ],
    },
  ],
  body: [
    {
      id: 'deals',
      node: 'related',
      entity: 'opportunity',
      by: 'product',
      columns: ['name', 'stage', 'account', 'amount', 'owner'],
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
