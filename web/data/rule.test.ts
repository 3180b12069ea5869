import { expect, test } from 'vitest';
import { ruleToTree, treeToRule } from './rule.ts';

const written: [string, Record<string, unknown>][] = [
  ['a bare value', { region: 'north' }],
  ['several fields', { region: 'north', age: { gte: 3 } }],
  ['one of several', { or: [{ region: 'north' }, { owner: '$actor.id' }] }],
  ['none of several', { not: { or: [{ region: 'north' }, { region: 'south' }] } }],
  ['not', { not: { region: 'north' } }],
  ['the same field twice', { and: [{ age: { gte: 3 } }, { age: { lt: 9 } }] }],
  ['a list', { stage: { in: ['won', 'lost'] } }],
  ['a path', { 'account.name': { contains: 'ltd' } }],
  ['emptiness', { region: { isNull: true } }],
  ['an operator that the builder has no words for', { born: { yearlyIn: ['05-04'] }, region: 'north' }],
  ['such an operator under not', { not: { born: { yearlyIn: ['05-04'] } } }],
  ['groups in groups', { region: 'north', or: [{ age: { lt: 1 } }, { not: { vip: true } }] }],
];

test.each(written)('given %s, when read and written, then it is the same', (_name, rule) => {
  expect(treeToRule(ruleToTree(rule))).toEqual(rule);
});

const other: [string, Record<string, unknown>, Record<string, unknown>][] = [
  ['a bare list', { stage: ['won'] }, { stage: { in: ['won'] } }],
  ['a bare null', { region: null }, { region: { isNull: true } }],
  ['not null', { region: { ne: null } }, { region: { isNull: false } }],
  ['between', { age: { between: [1, 2] } }, { and: [{ age: { gte: 1 } }, { age: { lte: 2 } }] }],
  ['the team in a list of its own', { owner: { in: '$actor.team' } }, { owner: '$actor.team' }],
];

test.each(other)(
  'given %s as somebody wrote it by hand, then it is read as what it means',
  (_name, rule, same) => {
    expect(treeToRule(ruleToTree(rule))).toEqual(same);
  },
);

test('given no rule, or tests without a value, then it is about every record', () => {
  expect(treeToRule(ruleToTree(undefined))).toBeUndefined();
  const unfinished = { kind: 'test', path: 'region', operator: 'is', value: undefined } as const;
  expect(treeToRule({ kind: 'group', mode: 'and', parts: [unfinished] })).toBeUndefined();
});
