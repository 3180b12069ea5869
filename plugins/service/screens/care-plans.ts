import { defineScreen } from '../../../core/index.ts';

export const carePlans = defineScreen({
  id: 'service.care-plans',
  kind: 'list',
  entity: 'care-plan',
  nav: { group: 'service', icon: 'heart-handshake', order: 55.6 },
  columns: ['name', 'occasion', 'isActive', 'how', 'whom', 'day', 'months'],
  sort: ['name'],
  filters: ['occasion', 'isActive'],
});
