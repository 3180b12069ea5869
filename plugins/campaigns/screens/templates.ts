import { defineScreen } from '../../../core/index.ts';

export const templates = defineScreen({
  id: 'campaigns.templates',
  kind: 'list',
  entity: 'template',
  nav: { group: 'marketing', icon: 'mail', order: 40 },
  columns: ['name', 'subject', 'owner', 'updatedAt'],
  sort: ['name'],
  filters: ['owner'],
});
