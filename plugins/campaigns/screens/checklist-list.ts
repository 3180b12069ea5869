import { defineScreen } from '../../../core/index.ts';

export const checklistList = defineScreen({
  id: 'campaigns.checklists',
  kind: 'list',
  entity: 'checklist',
  nav: { group: 'marketing', icon: 'list-checks', order: 90 },
  columns: ['name', 'items', 'about', 'updatedAt'],
  sort: ['name'],
});
