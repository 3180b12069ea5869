import { defineScreen } from '../../../../core/index.ts';

export const bicycles = defineScreen({
  id: 'velo.bicycles',
  kind: 'list',
  entity: 'velo.bicycle',
  nav: { group: 'workshop', icon: 'bike', order: 2 },
  columns: ['serial', 'model', 'customer', 'status', 'deposit', 'dueDate', 'owner'],
  sort: ['dueDate'],
});
