import { expect, test } from 'vitest';
import type { TaskResult } from '../../../core/index.ts';
import { noPlugin } from '../../../tests/support/no-plugin.ts';
import { compareHoldOut } from '../models/hold-out/compare.ts';
import { split } from '../tasks/split.ts';

const ask = (ids: readonly (string | null)[], input: unknown): Promise<TaskResult[]> =>
  split.run(
    ids.map((id) => ({
      input: split.input.parse(input),
      ...{ instance: 'i', flow: 'f', element: 'e', idempotencyKey: 'k', now: 0 },
      subject: id === null ? null : { entity: 'contact', id },
    })),
    { records: null as never, signal: new AbortController().signal, log: () => {}, plugin: noPlugin },
  );
const ids = Array.from({ length: 10_000 }, (_, index) => `contact-${index}`);
const groups = (results: readonly TaskResult[]): string[] =>
  results.map((result) => (result.ok ? (result.value as { group: string }).group : result.code));

test('shares are met, and the same record is in the same group every time', async () => {
  const input = { test: 'offer', shares: { mail: 90, 'hold-out': 10 } };
  const first = groups(await ask(ids, input));
  const heldOut = first.filter((group) => group === 'hold-out').length;
  // Four standard deviations of a binomial with n = 10,000 and p = 0.1.
  expect(Math.abs(heldOut - 1_000)).toBeLessThan(120);
  expect(groups(await ask(ids, input))).toEqual(first);
});

test('a group to hold out that is none of the groups stops the step; nobody is put anywhere', async () => {
  const input = { test: 'offer', shares: { mail: 90, none: 10 }, holdOut: 'nobody' };
  expect(await ask(ids.slice(0, 2), input)).toMatchObject([
    { code: 'split-hold-out-unknown', params: { group: 'nobody', groups: 'mail, none' } },
    { code: 'split-hold-out-unknown' },
  ]);
});

test('groups of two tests have nothing to do with each other', async () => {
  const shares = { a: 1, b: 1 };
  const one = groups(await ask(ids, { test: 'one', shares }));
  const two = groups(await ask(ids, { test: 'two', shares }));
  const same = one.filter((group, index) => group === two[index]).length;
  expect(Math.abs(same - 5_000)).toBeLessThan(200);
});

test('what a journey brought is the difference to those held out, with its interval', () => {
  // R. G. Newcombe (1998), Statistics in Medicine 17:873, table II, example (a): 56 of 70 beside 48 of 80.
  const all = (count: number) => ({ sum: count * 10, squares: count * 100 });
  const none = { sum: 0, squares: 0 };
  const compared = compareHoldOut(
    { of: 70, bought: 56, revenue: all(56) },
    { of: 80, bought: 48, revenue: all(48) },
  )!;
  expect(compared.difference.value).toBeCloseTo(0.2, 10);
  expect(compared.difference.low).toBeCloseTo(0.0524, 4);
  expect(compared.difference.high).toBeCloseTo(0.3339, 4);
  expect(compared.brought.bought.value).toBeCloseTo(14, 8);
  expect(compared.revenue.value).toBeCloseTo(2, 8);
  expect(compared.revenue.low).toBeGreaterThan(0);
  expect(compared.isThin).toBe(false);
  // Who bought nothing counts as nothing; a group of one says nothing.
  const thin = compareHoldOut(
    { of: 9, bought: 1, revenue: { sum: 90, squares: 8_100 } },
    { of: 2, bought: 0, revenue: none },
  )!;
  expect([thin.reached.mean, thin.heldOut.mean, thin.isThin]).toEqual([10, 0, true]);
  expect(thin.difference.low).toBeLessThan(0);
  expect(compareHoldOut({ of: 9, bought: 1, revenue: none }, { of: 1, bought: 0, revenue: none })).toBeNull();
});

test('without a record, or without any share, it says so', async () => {
  expect(groups(await ask([null], { test: 'x', shares: { a: 1 } }))).toEqual(['subject-missing']);
  expect(split.input.safeParse({ test: 'x', shares: { a: 0 } }).success).toBe(false);
  expect(groups(await ask(['x'], { test: 'x', shares: { a: 0, b: 1 } }))).toEqual(['b']);
});
