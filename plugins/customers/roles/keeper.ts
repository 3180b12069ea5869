import { defineRole } from '../../../core/index.ts';

/** Keeps accounts and contacts right, and brings them in from files. */
export const keeper = defineRole({
  id: 'customers.keeper',
  grants: [
    { entity: 'account', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'contact', actions: ['read', 'create', 'update', 'delete'] },
  ],
  permissions: ['imports.run'],
});
