import { defineScreen } from '../../../core/index.ts';

export const targets = defineScreen({
  id: 'sales.targets',
  kind: 'dashboard',
  entity: 'sales-target',
  nav: { group: 'sales', icon: 'target', order: 30 },
  body: [{ id: 'grid', node: 'element', element: 'sales-targets', width: 12 }],
});
