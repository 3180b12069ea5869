import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineTask, failure, ok } from '../../task.ts';
import { resultOf } from './check-call.ts';

const task = defineTask({
  id: 'test.any',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({}),
  output: z.object({ n: z.number() }),
  run: (calls) => Promise.resolve(calls.map(() => ok({ n: 1 }))),
});

test('what fills the sentence of a failure goes with it', () => {
  expect(resultOf(task, failure('http-refused', 'The service answered 404.', { status: 404 }))).toEqual({
    ok: false,
    failure: {
      code: 'http-refused',
      message: 'The service answered 404.',
      expected: true,
      params: { status: 404 },
    },
  });
});

test.each([
  ['of fifty megabytes', () => 'x'.repeat(50_000_000), 'flow.task-large'],
  ['of a million members', () => Array.from({ length: 9_000_000 }), 'flow.task-large'],
  [
    'that holds itself',
    () => {
      const ring: Record<string, unknown> = {};
      ring['again'] = ring;
      return ring;
    },
    'flow.task-large',
  ],
  ['with a function in it', () => ({ n: [() => 1] }), 'flow.task-not-json'],
])('a result %s is refused at its element, quickly', (_, made, code) => {
  const any = { ...task, output: z.any() };
  const value = made() as { n: number }; // rubbish, as a handler would give it
  const began = performance.now();
  expect(resultOf(any, ok(value))).toMatchObject({ ok: false, failure: { code, expected: false } });
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('a result that the task did not promise is a mistake, not a failure to catch', () => {
  expect(resultOf(task, ok({ n: 'x' }))).toMatchObject({
    ok: false,
    failure: { code: 'flow.task-output', expected: false },
  });
});
