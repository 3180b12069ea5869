import { defineScreen, fields } from '../../../core/index.ts';

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
      children: fields('name', 'series', 'salesPrice'),
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
