import { describe, expect, test } from 'vitest';
import { applyOverlay, nothingChanged, overlayOf } from './overlay.ts';
import { defineRole } from './role.ts';

const seller = defineRole({
  id: 'shop.seller',
  grants: [
    { entity: 'account', actions: ['read'] },
    { entity: 'deal', actions: ['read', 'update'], where: { owner: { eq: '$actor.id' } } },
  ],
  permissions: ['imports.run'],
});

describe('a role on top of what a plugin declares', () => {
  test('given no change, then there is no overlay', () => {
    expect(nothingChanged(overlayOf(seller, seller))).toBe(true);
  });

  test('given a changed entity, when the plugin changes another, then both count', () => {
    const wanted = {
      ...seller,
      grants: [seller.grants[0]!, { entity: 'deal', actions: ['read'] as const }],
      permissions: [],
    };
    const overlay = overlayOf(seller, wanted);
    expect(overlay.grants).toEqual({ deal: [{ actions: ['read'] }] });
    expect(overlay.permissions).toEqual({ added: [], removed: ['imports.run'] });
    const upgraded = {
      ...seller,
      grants: [{ entity: 'account', actions: ['read', 'update'] as const }, seller.grants[1]!],
    };
    expect(applyOverlay(upgraded, overlay).grants).toEqual([
      { entity: 'account', actions: ['read', 'update'] },
      { entity: 'deal', actions: ['read'] },
    ]);
  });

  test('given a grant for every entity, when one is treated otherwise, then the rest stays', () => {
    const flows = defineRole({ id: 'flows', grants: [{ entity: '*', actions: ['read', 'update'] }] });
    const role = applyOverlay(flows, { grants: { deal: [] }, permissions: { added: [], removed: [] } });
    expect(role.grants).toEqual([{ entity: '*', actions: ['read', 'update'], except: ['deal'] }]);
    expect(overlayOf(flows, role).grants).toEqual({ deal: [] });
  });
});
