import { expect, test } from 'vitest';
import type { MetaField } from './meta.ts';
import type { WorkItem } from './work-items.ts';
import { unticked } from './work-form.ts';

const field = (id: string, type: string, required = false) => ({ id, type, required }) as MetaField; // the rest is not read
const shown = [field('isContent', 'boolean'), field('approved', 'boolean', true), field('note', 'text')];

test('a box left unticked is no; what must be answered, and what is no box, is left to who fills it in', () => {
  const item = { form: { fields: [] } } as unknown as WorkItem; // only its form is read
  expect(unticked(item, shown)).toEqual({ isContent: false });
});

test('a form screen writes of its record what was changed', () => {
  expect(unticked({ form: { screen: 'a.b' } } as unknown as WorkItem, shown)).toEqual({});
});
