import { defineScreen } from '../../../core/index.ts';

export const sites = defineScreen({
  id: 'service.sites',
  kind: 'list',
  entity: 'service-site',
  nav: { group: 'service', icon: 'globe', order: 59 },
  columns: ['name', 'isActive', 'origins', 'queue'],
  sort: ['name'],
});
