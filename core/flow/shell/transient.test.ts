import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { flowWorld, process, sequence, service, type FlowWorld } from '../../../tests/support/flow-world.ts';
import { defineTask, ok } from '../../task.ts';

let calls = 0;
let again: number | undefined;
const unlucky = defineTask({
  id: 'test.unlucky',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({}),
  output: z.null(),
  run: async (given, { tx }) => {
    if (calls++ === 0) await tx`do $$ begin raise exception 'gave way' using errcode = '40P01'; end $$`;
    // A call that counts as failed comes again as a job of its own.
    again = (await tx`select from core.job where kind = 'flow.ask'`).count;
    return given.map(() => ok(null));
  },
});

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld([unlucky]);
});
afterAll(() => world.close());

test('a task whose transaction had to give way goes through at once, without waiting as for a failure', async () => {
  await world.deploy(
    process(
      'unlucky',
      `<bpmn:startEvent id="s"/>${service('t', 'test.unlucky')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  // when
  const id = await world.start('unlucky');
  await world.reach(id, 'completed');
  // then
  expect([calls, again]).toEqual([2, 0]);
});
