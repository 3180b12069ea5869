import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { flowWorld, process, sequence, service, type FlowWorld } from '../../../tests/support/flow-world.ts';
import { defineTask } from '../../task.ts';

let calls = 0;
const down = defineTask({
  id: 'test.down',
  kind: 'external',
  face: { icon: 'x', group: 'test' },
  input: z.object({}),
  output: z.null(),
  run: () => {
    calls++;
    return Promise.reject(new Error('connection refused'));
  },
});

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld([down]);
});
afterAll(() => world.close());

test('outside work that a deadline gave up is not tried again', async () => {
  // given a call that failed once, whose deadline comes before it is tried again
  await world.deploy(
    process(
      'hurried',
      `<bpmn:startEvent id="s"/>${service('t', 'test.down')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}
      <bpmn:boundaryEvent id="late" attachedToRef="t"><bpmn:timerEventDefinition><bpmn:timeDuration>PT5S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
      <bpmn:userTask id="call"/>${sequence('late', 'call')}`,
    ),
  );
  const id = await world.start('hurried');
  await expect.poll(() => calls).toBe(1);
  const open = (): Promise<{ kind: string }[]> => world.sql<{ kind: string }[]>`
    select kind from core.job where target = ${id} order by kind`;
  await expect
    .poll(() => open().then((jobs) => jobs.map(({ kind }) => kind)))
    .toEqual(['flow.external', 'flow.timer']);
  // when the deadline is there
  await world.advance(5_000);
  await expect.poll(() => world.items(id)).toHaveLength(1);
  // then nothing of it is left to do, and nobody is called any more
  expect(await open()).toEqual([]);
  await world.advance(3_600_000);
  expect(calls).toBe(1);
});
