import fc from 'fast-check';
import type { Variables } from '../index.ts';
import type { Columns } from './record-table.ts';

export const recordColumns: Columns = {
  price: 'number',
  count: 'number',
  name: 'text',
  code: 'text',
  isOpen: 'boolean',
  day: 'date',
  seen: 'dateTime',
  tags: 'textList',
};

export const days = ['2026-01-31', '2026-02-28', '2024-02-29', '2026-02-02'];
const instants = ['2026-02-01T23:30:00.000Z', '2026-02-02T00:00:00.125Z', '2025-12-31T16:00:00.000Z'];

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 4 });

const price = fc.integer({ min: -2000, max: 2000 }).map((cents) => cents / 100);
const item = fc.record(
  { p: fc.constantFrom(1, 2, 3, null), q: fc.constantFrom('a', 'b') },
  { requiredKeys: ['q'] },
);

/** A record as it is bound to an expression, and lists for what only the closures and the interpreter do. */
export const record: fc.Arbitrary<Variables> = fc.record({
  price: orNull(price),
  count: orNull(fc.integer({ min: -3, max: 3 })),
  name: orNull(fc.constantFrom('', 'a', 'b', 'ab', 'Ä', '销售', '\u{1f600}', '\uff5e')),
  code: orNull(fc.constantFrom('1', 'a', '2026-01-31')),
  isOpen: orNull(fc.boolean()),
  day: orNull(fc.constantFrom(...days)),
  seen: orNull(fc.constantFrom(...instants)),
  tags: fc.array(fc.constantFrom('a', '1', '2026-01-31'), { maxLength: 3 }),
  items: fc.array(item, { maxLength: 4 }),
  numbers: fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 4 }),
});
