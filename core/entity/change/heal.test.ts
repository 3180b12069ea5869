import { expect, test } from 'vitest';
import { defineEntity, formula, integer, text, type EntityDefinition } from '../index.ts';
import { checkDefinitions } from '../schema/bring-up.ts';
import { applyOperations } from './apply-operations.ts';
import { healed } from './heal.ts';
import { whole } from './waiting.ts';

const visit: EntityDefinition = {
  ...defineEntity({
    id: 'visit',
    title: 'name',
    fields: {
      name: text(),
      x_twice: formula('rank * 2', integer()),
      x_trip: { type: 'relation', entity: 'trip' },
      x_trips: { type: 'rollup', rollup: { entity: 'trip', by: 'visit', function: 'count' } },
    },
  }),
  search: ['name', 'gone'],
  rules: {
    fine: { expression: `name != ''`, message: { en: 'Name it.' } },
    broken: { expression: 'rank > 0', message: { en: 'Rank it.' } },
  },
};

test('what refers to something gone is marked or left out, and the rest can run', () => {
  const all = new Map([['visit', visit]]);
  expect(() => checkDefinitions([visit])).toThrow('validation');
  const [definition] = healed([visit], all);
  expect(() => checkDefinitions([definition!])).not.toThrow();
  expect(definition!.fields['x_twice']?.broken).toEqual({
    code: 'formula-operand',
    params: expect.objectContaining({ operand: 'rank' }),
  });
  expect(definition!.fields['x_trips']?.broken?.code).toBe('rollup-relation-unknown');
  expect(Object.keys(definition!.fields)).toEqual(['name', 'x_twice', 'x_trips']);
  expect([definition!.search, Object.keys(definition!.rules ?? {})]).toEqual([['name'], ['fine']]);
  // then what cannot run waits, and says why
  expect(definition!.waiting?.fields['x_trip']?.broken?.code).toBe('relation-target-unknown');
  expect([definition!.waiting?.search, Object.keys(definition!.waiting?.rules ?? {})]).toEqual([
    ['gone'],
    ['broken'],
  ]);
});

test('what is whole again loses its mark', () => {
  const [broken] = healed([visit], new Map([['visit', visit]]));
  const whole = { ...broken!, fields: { ...broken!.fields, rank: integer() } };
  const trip = defineEntity({
    id: 'trip',
    title: 'name',
    fields: { name: text(), visit: { type: 'relation', entity: 'visit' } },
  });
  const all = new Map<string, EntityDefinition>([
    ['visit', whole],
    ['trip', trip],
  ]);
  const [definition] = healed([whole], all);
  expect(Object.values(definition!.fields).filter((field) => field.broken)).toEqual([]);
});

test('what waits is stored with a change of the rest, and taken away only when that is wanted', () => {
  const [broken] = healed([visit], new Map([['visit', visit]]));
  const state = { base: undefined, current: broken!, removed: {} };
  const note = { op: 'addField' as const, id: 'note', field: text() };
  // when another field is added
  const stored = whole(applyOperations(state, [note]).next);
  expect(Object.keys(stored.fields).toSorted()).toEqual(['name', 'note', 'x_trip', 'x_trips', 'x_twice']);
  expect(stored.fields['x_trip']).toEqual(visit.fields['x_trip']);
  expect([[...stored.search].toSorted(), stored.rules]).toEqual([['gone', 'name'], visit.rules]);
  // when it is removed, or made a second time
  const { next, removed } = applyOperations(state, [{ op: 'removeField', id: 'x_trip' }]);
  expect([whole(next).fields['x_trip'], removed['x_trip']]).toEqual([undefined, visit.fields['x_trip']]);
  expect(() => applyOperations(state, [{ ...note, id: 'x_trip' }])).toThrow('field-exists');
});
