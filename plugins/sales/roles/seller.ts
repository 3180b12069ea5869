import { defineRole } from '../../../core/index.ts';
import { readingCustomers } from '../../customers/api.ts';

/** Works on own opportunities; what others sell stays theirs. */
export const seller = defineRole({
  id: 'sales.seller',
  grants: [
    ...readingCustomers,
    { entity: 'contact', actions: ['create', 'update'], where: { owner: { eq: '$actor.id' } } },
    { entity: 'product', actions: ['read'] },
    {
      entity: 'opportunity',
      actions: ['read', 'create', 'update'],
      where: { owner: { eq: '$actor.id' } },
    },
    {
      entity: 'lead',
      actions: ['read', 'create', 'update'],
      where: { owner: { eq: '$actor.id' } },
    },
    { entity: 'sales-target', actions: ['read'], where: { owner: { eq: '$actor.id' } } },
    { entity: 'lead-signal', actions: ['read'], where: { 'lead.owner': { eq: '$actor.id' } } },
  ],
});
