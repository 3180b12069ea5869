import { expect, test } from 'vitest';
import type { Meta, MetaField } from '../data/meta.ts';
import { operandScope } from './field-scope.ts';

const field = (id: string, type: MetaField['type'], result?: MetaField['result']): MetaField => ({
  ...{ id, type, label: id, access: 'write' },
  ...(result && { result }),
});

test('a formula is offered what it can read: no other formula, no roll-up, no relation, and not itself', () => {
  const fields = [
    field('fee', 'money'),
    field('born', 'date'),
    field('net', 'formula', { type: 'money' }),
    field('lessons', 'rollup', { type: 'integer' }),
    field('teacher', 'relation'),
    field('owner', 'user'),
  ];
  // The cast: no more of it is asked.
  const meta = { entities: [{ id: 'pupil', fields }] } as unknown as Meta;
  const named = (formula?: string) => operandScope(meta, 'pupil', formula).names.map(({ name }) => name);
  expect(named()).toEqual(['fee', 'born']);
  expect(named('fee')).toEqual(['born']);
});
