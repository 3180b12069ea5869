import { defineScreen } from '../../../core/index.ts';

export const leadFormList = defineScreen({
  id: 'campaigns.forms',
  kind: 'list',
  entity: 'lead-form',
  nav: { group: 'marketing', icon: 'clipboard-list', order: 80 },
  columns: ['name', 'state', 'submissions', 'owner', 'updatedAt'],
  sort: ['name'],
  filters: ['state', 'owner'],
});
