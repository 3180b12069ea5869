import { expect, test } from 'vitest';
import { insistently } from './run-statement.ts';

const failing = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  ['a lock that is held', '55P03', 'canceling statement due to lock timeout'],
  ['a deadlock', '40P01', 'deadlock detected'],
  ['an index that a killed process still builds', 'XX000', 'tuple concurrently updated'],
])('%s passes: it is tried again', async (_what, code, message) => {
  let runs = 0;
  await insistently(async () => {
    if (++runs === 1) throw failing(code, message);
  });
  expect(runs).toBe(2);
});

test.each([
  ['23505', 'duplicate key value violates unique constraint'],
  ['XX000', 'could not read block 3'],
])('what does not pass is told at once: %s', async (code, message) => {
  let runs = 0;
  const run = insistently(async () => {
    runs++;
    throw failing(code, message);
  });
  await expect(run).rejects.toThrow(message);
  expect(runs).toBe(1);
});
