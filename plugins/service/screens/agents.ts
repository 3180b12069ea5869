import { defineScreen } from '../../../core/index.ts';

export const agents = defineScreen({
  id: 'service.agents',
  kind: 'list',
  entity: 'service-agent',
  nav: { group: 'service', icon: 'headset', order: 59 },
  columns: ['name', 'person', 'skills', 'limit', 'isAvailable'],
  sort: ['name'],
});
