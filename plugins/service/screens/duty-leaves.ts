import { defineScreen } from '../../../core/index.ts';

export const dutyLeaves = defineScreen({
  id: 'service.duty-leaves',
  kind: 'list',
  entity: 'duty-leave',
  nav: { group: 'service', icon: 'plane', order: 54.2 },
  columns: ['name', 'from', 'until', 'reason'],
  sort: ['-from'],
  filters: ['person'],
});
