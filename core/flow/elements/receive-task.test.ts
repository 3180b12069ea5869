import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a receive task waits for its message with the key of its instance', async () => {
  // given an instance for order A
  const flow = new Driver(await loadFlow('receive-task')).start({ order: 'A' });
  expect([...flow.waits.values()]).toEqual([
    { kind: 'message', element: 't', name: 'paid', correlationKey: 'A' },
  ]);
  // when the message comes
  flow.fire('t', { by: 'card' });
  // then the flow goes on with what came
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { order: 'A', by: 'card' } });
});

test('an instantiating receive task starts an instance, which has its message', async () => {
  const graph = await loadFlow('receive-task-instantiate');
  expect(graph.starts).toMatchObject([{ event: 'r', kind: 'message', name: 'paid' }]);
  const flow = new Driver(graph).start({ by: 'card' }, { event: 'r' });
  expect(flow.waiting).toEqual(['u']);
  expect(flow.elements('completed')).toEqual(['r']);
});

test('a receive task without a message waits until somebody completes it', async () => {
  const flow = new Driver(await loadFlow('receive-task-by-hand')).start();
  expect([...flow.waits.values()]).toMatchObject([
    { kind: 'work-item', element: 'r', name: 'Goods arrive', assignee: null },
  ]);
  flow.fire('r', { boxes: 3 });
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { boxes: 3 } });
});
