import { defineScreen } from '../../../core/index.ts';

export const carePlans = defineScreen({
  id: 'service.care-plans',
  kind: 'list',
  entity: 'care-plan',
  nav: { group: 'service', icon: 'heart-handshake', order: 55.6 },
  columns: [
    'name',
    'occasion',
    { field: 'isActive', width: 112 },
    'how',
    'whom',
    'day',
    { field: 'months', width: 168 },
  ],
  sort: ['name'],
  filters: ['occasion', 'isActive'],
});
