import { expect, test } from 'vitest';
import { defineEntity, relation, text } from '../../../index.ts';
import { defaultOptions, type ImportOptions } from '../mapping.ts';
import { canOverlap } from './can-overlap.ts';

const part = defineEntity({
  id: 'part',
  title: 'name',
  fields: { name: text({ required: true }), partOf: relation('part'), maker: relation('maker') },
});
const maker = defineEntity({
  id: 'maker',
  title: 'name',
  fields: { name: text({ required: true, unique: true }) },
});
const registry = { entity: (id: string) => (id === 'part' ? part : maker) };

const asked = (target: string, fields: string[], options: Partial<ImportOptions> = {}): boolean =>
  canOverlap(registry, {
    target,
    mapping: fields.map((field, column) => ({ column, field })),
    options: { ...defaultOptions, ...options },
  });

test('rows that are records of their own may be written out of turn', () => {
  expect(asked('part', ['name', 'maker'])).toBe(true);
});

test.each([
  ['a row may name another of the file', asked('part', ['name', 'partOf'])],
  ['a value comes once', asked('maker', ['name'])],
  ['duplicates are looked for', asked('part', ['name'], { duplicates: 'skip', keys: ['name'] })],
  ['flows start', asked('part', ['name'], { startFlows: true })],
  ['people have managers in the same file', asked('user', ['name'])],
])('not where %s', (_why, answer) => expect(answer).toBe(false));
