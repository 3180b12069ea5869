import { defineRole } from '../../../core/index.ts';

/** For the key of a shop: asks what promotions take off, and redeems them. */
export const checkout = defineRole({
  id: 'campaigns.checkout',
  grants: [
    { entity: 'product', actions: ['read'] },
    { entity: 'promotion', actions: ['read'] },
    { entity: 'promotion-code', actions: ['read'] },
    { entity: 'contact', actions: ['read'] },
    { entity: 'redemption', actions: ['read', 'create', 'update'] },
  ],
  permissions: ['campaigns.redeem'],
});
