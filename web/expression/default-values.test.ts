import { expect, test } from 'vitest';
import type { Meta, MetaField } from '../data/meta.ts';
import { defaultValues } from './default-values.ts';

const meta = {
  actor: { id: 'u1', name: 'Mia', roles: ['seller'] },
  company: { timeZone: 'UTC' },
} as unknown as Meta; // what is asked of it
const field = (id: string, type: string, defaultExpression: string): MetaField =>
  ({ id, type, label: id, access: 'write', defaultExpression }) as MetaField;

test('a form begins with what follows from who asks; the person is shown by name', () => {
  const fields = [
    field('caretaker', 'user', '$actor.id'),
    field('by', 'text', '$actor.id'),
    field('greeting', 'text', `'Hello ' & $actor.name`),
    field('later', 'text', `name & '!'`),
  ];
  expect(defaultValues(fields, meta)).toEqual({
    caretaker: { id: 'u1', title: 'Mia' },
    by: 'u1',
    greeting: 'Hello Mia',
  });
});
