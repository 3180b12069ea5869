import { describe, expect, it } from 'vitest';
import { readPreset, readRoles, writeRoles } from './assignee-preset.ts';

describe('readPreset', () => {
  it.each([
    ['$subject.owner', '', 'owner'],
    ['$subject.owner.id', '', 'owner'],
    ['$manager( $subject.owner.id )', '', 'ownerManager'],
    ['$manager($subject.owner)', '', 'ownerManager'],
    ['$subject.building.caretaker.id', '', 'field'],
    ['$subject.reportedBy.id', '', 'field'],
    ['$actor', '', 'starter'],
    ["'0191d2c4-7f1e-7c3a-9a55-0242ac120002'", '', 'person'],
    ['$get("account", $subject.account).owner', '', 'expression'],
    ['', "['sales.seller']", 'role'],
    ['', '', 'nobody'],
  ])('says %s %s is %s', (assignee, candidateRoles, preset) => {
    expect(readPreset({ assignee, candidateRoles })).toBe(preset);
  });
});

describe('roles', () => {
  it('reads back what it writes', () => {
    expect(readRoles(writeRoles(['sales.seller', 'sales.manager']))).toEqual([
      'sales.seller',
      'sales.manager',
    ]);
    expect(readRoles("'sales.seller'")).toEqual(['sales.seller']);
    expect(readRoles('')).toEqual([]);
  });

  it('leaves other expressions alone', () => {
    expect(readRoles("amount > 3 ? 'a' : 'b'")).toBeNull();
  });
});
