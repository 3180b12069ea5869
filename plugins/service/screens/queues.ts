import { defineScreen } from '../../../core/index.ts';

export const queues = defineScreen({
  id: 'service.queues',
  kind: 'list',
  entity: 'service-queue',
  nav: { group: 'service', icon: 'inbox', order: 58 },
  columns: ['name', 'address', 'skill', 'isDefault'],
  sort: ['name'],
});
