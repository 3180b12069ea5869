import { defineRole } from '../../../core/index.ts';
import { readingCustomers } from '../../customers/api.ts';

/** Sees and steers what everybody in the teams below sells. */
export const manager = defineRole({
  id: 'sales.manager',
  permissions: ['views.share'],
  grants: [
    ...readingCustomers,
    { entity: 'account', actions: ['create', 'update'] },
    { entity: 'contact', actions: ['create', 'update'] },
    { entity: 'product', actions: ['read'] },
    {
      entity: 'opportunity',
      actions: ['read', 'create', 'update', 'delete'],
      where: { owner: { in: '$actor.team' } },
    },
    {
      entity: 'lead',
      actions: ['read', 'create', 'update', 'delete'],
      where: { owner: { in: '$actor.team' } },
    },
    {
      entity: 'sales-target',
      actions: ['read', 'create', 'update', 'delete'],
      where: { owner: { in: '$actor.team' } },
    },
    { entity: 'lead-signal', actions: ['read'], where: { 'lead.owner': { in: '$actor.team' } } },
  ],
});
