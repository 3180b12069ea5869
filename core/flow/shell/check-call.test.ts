import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineTask, failure, ok } from '../../plugin.ts';
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

test('a result that the task did not promise is a mistake, not a failure to catch', () => {
  expect(resultOf(task, ok({ n: 'x' }))).toMatchObject({
    ok: false,
    failure: { code: 'flow.task-output', expected: false },
  });
});
