/** What a list is sorted by, as the API takes it. */
import { expect, test } from 'vitest';
import type { Meta, MetaEntity, MetaField } from './meta.ts';
import { sortPaths } from './sort.ts';

const field = (id: string, more: Partial<MetaField> = {}): MetaField => ({
  ...{ id, type: 'text', label: id, access: 'write' },
  ...more,
});
const entity = (id: string, fields: MetaField[]): MetaEntity =>
  // As much of one as sorting asks for.
  ({ id, title: 'name', fields }) as unknown as MetaEntity;
const town = entity('town', [field('name')]);
const trip = entity('trip', [field('name'), field('town', { type: 'relation', entity: 'town' })]);
const meta = { entities: [town, trip] } as unknown as Meta;

test('references are sorted by what they are called, paths as they are', () => {
  expect(sortPaths(meta, trip, ['-town', 'name', 'town.name'])).toEqual(['-town.name', 'name', 'town.name']);
});

test('a saved view goes on without a field that is gone', () => {
  expect(sortPaths(meta, trip, ['-x_gone', 'name', 'x_gone.name'])).toEqual(['name']);
});
