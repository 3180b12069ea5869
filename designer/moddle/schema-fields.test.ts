import { expect, test } from 'vitest';
import { inputKind, isPlain } from '../panel/input-kind.ts';
import { schemaFields } from './schema-fields.ts';

const field = (schema: Record<string, unknown>) => schemaFields({ properties: { it: schema } })[0]!;

test('what an input may be is offered in the words that come with it', () => {
  const options = [{ value: 'add', label: 'Add' }, { value: 'remove' }];
  expect(field({ type: 'string', enum: ['add', 'remove'], options })).toMatchObject({
    choices: ['add', 'remove'],
    choiceLabels: { add: 'Add' },
  });
});

test('an input that may be left empty says what it then is', () => {
  expect(field({ type: 'string', default: 'news' }).usual).toBe('news');
  expect(field({ type: 'boolean', default: false }).usual).toBe('false');
  expect(field({ type: 'string' }).usual).toBe('');
});

test.each([
  ['one of few values', { type: 'string', enum: ['GET'] }, '', 'choice'],
  ['an entity', { type: 'string', choose: 'entity' }, '', 'choice'],
  ['a list that people keep', { type: 'string', choose: 'list' }, '', 'named'],
  ['a segment', { type: 'string', choose: 'segment' }, '', 'named'],
  ['a record', { type: 'string', entity: 'template' }, 'template', 'named'],
  ['a measure of a report that is chosen', { type: 'string', measureOf: 'report' }, 'forecast', 'named'],
  ['a measure of a report that is not', { type: 'string', measureOf: 'report' }, '', 'text'],
  ['nothing that is known here', { type: 'string', choose: 'moon' }, '', 'text'],
])('for %s there is a control of its own', (_, schema, owner, kind) => {
  expect(inputKind(field(schema), owner)).toBe(kind);
});

test('an object whose members one names oneself, each a number, is told from others', () => {
  const numbers = {
    type: 'object',
    propertyNames: { type: 'string' },
    additionalProperties: { type: 'number' },
  };
  const [shares, other] = schemaFields({ properties: { shares: numbers, other: { type: 'object' } } });
  expect([shares!.hasNumbers, other!.hasNumbers]).toEqual([true, false]);
  expect(inputKind(shares!, '')).toBe('numbers');
  expect(isPlain('numbers', `{ 'mail': 90, "hold-out": 10 }`)).toBe(true);
  expect(isPlain('numbers', `{ 'mail': $subject.share }`)).toBe(false);
});
