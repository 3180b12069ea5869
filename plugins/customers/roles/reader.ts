import { defineRole, type EntityGrant } from '../../../core/index.ts';

/** Sees every account and contact; other plugins' roles build on it. */
export const reading: readonly EntityGrant[] = [
  { entity: 'account', actions: ['read'] },
  { entity: 'contact', actions: ['read'] },
];

export const reader = defineRole({ id: 'customers.reader', grants: reading });
