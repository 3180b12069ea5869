import { expect, test } from 'vitest';
import type { FieldDefinition } from '../../entity/definition.ts';
import { defaultScreen } from './default-screens.ts';

const fields: Record<string, FieldDefinition> = {
  scan: { type: 'file' },
  name: { type: 'text' },
  place: { type: 'geoPoint' },
  origin: { type: 'geoPoint', required: true },
  double: { type: 'formula', expression: '1', result: { type: 'integer' } },
};
const dossier = {
  id: 'dossier',
  plugin: 'admin',
  title: 'name',
  search: [],
  owner: true,
  fields,
  indexes: [],
};

test('the form of a new record asks for its name first, what is required, then the rest and files', () => {
  const form = defaultScreen(dossier, 'form');
  expect(form?.body?.map(({ id }) => id)).toEqual(['name', 'origin', 'scan', 'owner']);
});
