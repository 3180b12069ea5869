import { defineScreen } from '../../../core/index.ts';

export const slaPolicies = defineScreen({
  id: 'service.sla-policies',
  kind: 'list',
  entity: 'sla-policy',
  nav: { group: 'service', icon: 'timer', order: 60 },
  columns: [
    'name',
    'priority',
    'queue',
    'package',
    'calendar',
    'firstAnswer',
    'nextAnswer',
    'solution',
    'isActive',
  ],
  sort: ['name'],
});
