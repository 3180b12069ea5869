/** The scope that the table of semantics is written for. */
import type { Environment, Variables } from '../index.ts';

export const scope: Variables = {
  n: 5,
  z: 0,
  t: 'a',
  u: '5',
  yes: true,
  none: null,
  blank: null,
  noDay: null,
  empty: '',
  one: [7],
  nobody: [],
  list: [1, 2, 3],
  mixed: [{ p: 1 }, { p: null }, {}],
  o: { n: 5, none: null },
  d: '2026-01-31',
  at: '2026-02-01T10:00:00.000Z',
};

/** Half past seven in the morning of the next day in Shanghai. */
export const env: Environment = {
  bindings: {},
  now: Date.parse('2026-02-01T23:30:00.000Z'),
  strict: true,
  timeZone: 'Asia/Shanghai',
};
