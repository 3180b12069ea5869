import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOperations } from '../change/apply-operations.ts';
import { inverseOf } from '../change/inverse.ts';
import type { DefinitionOperation } from '../change/operation.ts';
import { defineEntity, integer, select, text, type EntityDefinition } from '../index.ts';
import { isEmptyOverlay, overlayOf, withOverlay } from './overlay.ts';

const base: EntityDefinition = {
  ...defineEntity({
    id: 'visit',
    title: 'name',
    fields: { name: text({ required: true }), rank: integer(), kind: select({ options: ['a', 'b'] }) },
  }),
  plugin: 'demo',
};
const state = { base, current: base, removed: {} };
const done = (...operations: DefinitionOperation[]) => applyOperations(state, operations).next;

test('what an admin changed lies over what the plugin declares, and is empty where nothing is', () => {
  const next = done(
    { op: 'addField', id: 'x_note', field: { type: 'text' }, before: 'rank' },
    { op: 'changeField', id: 'name', set: { label: { en: 'Subject' }, required: null } },
    { op: 'setEntity', set: { icon: 'star' } },
    { op: 'setRule', id: 'positive', rule: { expression: 'rank > 0', message: { en: 'Too low.' } } },
  );
  const overlay = overlayOf(base, next);
  expect(overlay).toEqual({
    fields: { x_note: { type: 'text' } },
    changes: { name: { label: { en: 'Subject' }, required: null } },
    entity: { icon: 'star' },
    rules: { positive: { expression: 'rank > 0', message: { en: 'Too low.' } } },
    order: ['name', 'x_note', 'rank', 'kind'],
  });
  expect(withOverlay(base, overlay)).toEqual(next);
  expect(isEmptyOverlay(overlayOf(base, base))).toBe(true);
});

test('an upgrade of the plugin brings its own changes, and loses none of the admin’s', () => {
  const overlay = overlayOf(
    base,
    done(
      { op: 'changeField', id: 'kind', set: { options: [{ value: 'b', color: 'good' }, { value: 'a' }] } },
      { op: 'addField', id: 'x_note', field: { type: 'text' }, before: 'name' },
    ),
  );
  const upgraded = {
    ...base,
    fields: {
      name: text({ required: true, max: 50 }),
      city: text(),
      rank: integer(),
      kind: select({ options: ['a', 'b', 'c'] }),
    },
  };
  const next = withOverlay(upgraded, overlay);
  expect(Object.keys(next.fields)).toEqual(['x_note', 'name', 'city', 'rank', 'kind']);
  expect(next.fields['name']?.max).toBe(50);
  expect(next.fields['kind']?.options?.map(({ value }) => value)).toEqual(['b', 'a', 'c']);
});

test('an option of the plugin that is taken away stays for records that hold it', () => {
  const set = { options: [{ value: 'b' }] };
  const next = done({ op: 'changeField', id: 'kind', set });
  expect(next.fields['kind']?.options).toEqual([{ value: 'b' }, { value: 'a', isRetired: true }]);
  expect(withOverlay(base, overlayOf(base, next))).toEqual(next);
});

test('a field of the plugin is hidden, never removed; a name of one’s own begins with x_', () => {
  expect(() => done({ op: 'removeField', id: 'rank' })).toThrow('field-declared');
  expect(() => done({ op: 'addField', id: 'note', field: { type: 'text' } })).toThrow('validation');
  const { next, removed } = applyOperations(state, [
    { op: 'addField', id: 'x_note', field: { type: 'text' } },
    { op: 'removeField', id: 'x_note' },
  ]);
  expect([Object.keys(next.fields), Object.keys(removed)]).toEqual([['name', 'rank', 'kind'], ['x_note']]);
  // As long as the old column is there, its name is taken.
  expect(() =>
    applyOperations({ ...state, removed }, [{ op: 'addField', id: 'x_note', field: { type: 'integer' } }]),
  ).toThrow('validation');
});

const id = fc.constantFrom('name', 'rank', 'kind', 'x_a', 'x_b');
const operation: fc.Arbitrary<DefinitionOperation> = fc.oneof(
  id.map((one) => ({ op: 'addField' as const, id: one, field: { type: 'text' as const } })),
  fc.record({ op: fc.constant('moveField' as const), id, before: fc.option(id) }),
  id.map((one) => ({ op: 'removeField' as const, id: one })),
  id.map((one) => ({ op: 'restoreField' as const, id: one })),
  fc.record({ op: fc.constant('changeField' as const), id, set: fc.record({ max: fc.option(fc.nat(9)) }) }),
  fc.record({ op: fc.constant('setEntity' as const), set: fc.record({ icon: fc.option(fc.string()) }) }),
  fc.constant({ op: 'reset' as const }),
);

test('whatever is done, the overlay makes it again, and the inverse takes it back', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 8 }), (operations) => {
      let at = { next: base, removed: {} };
      for (const one of operations) {
        const before = at;
        try {
          at = applyOperations({ base, current: before.next, removed: before.removed }, [one]);
        } catch {
          // Refused operations change nothing.
          continue;
        }
        expect(withOverlay(base, overlayOf(base, at.next))).toEqual(at.next);
        const back = applyOperations(
          { base, current: at.next, removed: at.removed },
          inverseOf(before.next, at.next),
        );
        expect(back.next).toEqual(before.next);
        expect(Object.keys(back.next.fields)).toEqual(Object.keys(before.next.fields));
      }
    }),
  );
});
