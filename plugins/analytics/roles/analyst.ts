import { defineRole } from '../../../core/index.ts';
import { readingCustomers } from '../../customers/api.ts';

/** Sees all customers and deals, and what the analyses say about them; changes nothing. */
export const analyst = defineRole({
  id: 'analytics.analyst',
  grants: [
    ...readingCustomers,
    { entity: 'product', actions: ['read'] },
    { entity: 'opportunity', actions: ['read'] },
    { entity: 'sales-target', actions: ['read'] },
    { entity: 'customer-analysis', actions: ['read'] },
  ],
});
