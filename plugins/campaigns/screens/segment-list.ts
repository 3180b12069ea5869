import { defineScreen } from '../../../core/index.ts';

export const segmentList = defineScreen({
  id: 'campaigns.segments',
  kind: 'list',
  entity: 'segment',
  nav: { group: 'marketing', icon: 'users', order: 30 },
  columns: ['name', 'members', 'purpose', 'owner', 'updatedAt'],
  sort: ['name'],
  filters: ['owner'],
});
