import { defineScreen } from '../../../core/index.ts';

export const productList = defineScreen({
  id: 'sales.products',
  kind: 'list',
  entity: 'product',
  nav: { group: 'sales', icon: 'package', order: 25 },
  columns: ['name', 'series', 'salesPrice'],
  sort: ['name'],
  filters: ['series', 'salesPrice'],
});
