import { defineScreen } from '../../../../core/index.ts';

export const repairs = defineScreen({
  id: 'velo.repairs',
  kind: 'board',
  entity: 'velo.bicycle',
  nav: { group: 'workshop', icon: 'kanban', order: 1 },
  lanes: { field: 'status' },
  card: ['serial', 'model', 'customer', 'owner'],
  totals: ['deposit'],
});
