import { expect, test } from 'vitest';
import type { Registry } from '../../registry.ts';
import { importTarget } from '../import/target.ts';
import type { EntityDefinition } from '../definition.ts';
import { exportColumn } from './export-column.ts';

test('a unit stands in the heading, and the heading finds its field when it comes in again', () => {
  // given
  const field = { type: 'decimal', label: { en: 'Weight' }, unit: { en: 'kg', 'zh-CN': '公斤' } } as const;
  const entity = { id: 'lot', plugin: 'admin', title: 'weight', fields: { weight: field } };
  const definition = entity as unknown as EntityDefinition; // what is asked of one
  const registry = { find: () => undefined, entity: () => definition } as unknown as Registry;
  // when
  const headings = (['en', 'zh-CN'] as const).flatMap((locale) =>
    exportColumn({ registry, locale, entity: definition, id: 'weight', field }).map(({ label }) => label),
  );
  // then
  expect(headings).toEqual(['Weight (kg)', 'Weight (公斤)']);
  const [found] = importTarget(registry, 'lot').fields;
  expect(found!.labels).toEqual(expect.arrayContaining(headings));
});
