import { expect, test } from 'vitest';
import { Driver } from '../../step/testing/driver.ts';
import { loadFlow } from '../../step/testing/load-flow.ts';

const at = (flow: Driver, element: string): number => flow.waiting.filter((each) => each === element).length;

test('behavior none throws its event each time one completes', async () => {
  // given four instances and a boundary event that does not interrupt
  const flow = new Driver(await loadFlow('multi-instance-behavior-none')).start();
  // when two complete
  flow.fire('u').fire('u');
  // then the event was caught twice, and the others go on
  expect([at(flow, 'told'), at(flow, 'u')]).toEqual([2, 2]);
});

test('behavior one throws its event when the first completes, and an interrupting catcher ends the rest', async () => {
  const flow = new Driver(await loadFlow('multi-instance-behavior-one')).start();
  flow.fire('u');
  expect(flow.waiting).toEqual(['told']);
  expect(flow.elements('cancelled')).toEqual(['u', 'u', 'u']);
});

test('behavior one throws its event for the first alone', async () => {
  // given a catcher that does not interrupt
  const graph = await loadFlow('multi-instance-behavior-one');
  const b = { ...graph.nodes['b']!, isInterrupting: false };
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, b } }).start().fire('u').fire('u');
  expect([at(flow, 'told'), at(flow, 'u')]).toEqual([1, 2]);
});

test('behavior complex throws what its conditions say', async () => {
  // given an escalation when half are done
  const flow = new Driver(await loadFlow('multi-instance-behavior-complex')).start();
  // when one, two and three are done
  const told = [1, 2, 3].map(() => at(flow.fire('u'), 'told'));
  // then it came with the second
  expect(told).toEqual([0, 1, 1]);
});

test('behavior all throws nothing', async () => {
  const graph = await loadFlow('multi-instance-behavior-none');
  const node = graph.nodes['u']!;
  const loop = { ...node.loop!, behavior: 'all' as const };
  const flow = new Driver({
    ...graph,
    nodes: { ...graph.nodes, u: { ...node, loop } },
  }).start();
  expect(at(flow.fire('u'), 'told')).toBe(0);
});

test('without an event of its own a signal with the id of the activity carries the counters', async () => {
  // given two instances, and a boundary event for the signal that has the id of the activity
  const flow = new Driver(await loadFlow('multi-instance-behavior-usual')).start();
  // when one completes
  flow.fire('u');
  // then it was caught, with what the counters say, and nobody else hears of it
  expect(at(flow, 'told')).toBe(1);
  expect(flow.summary.variables).toMatchObject({ numberOfInstances: 2, numberOfCompletedInstances: 1 });
  expect(flow.effects.some((effect) => effect.type === 'broadcast')).toBe(false);
});

test('an event that none of its boundary events catches is thrown like any other', async () => {
  // given the same without the boundary event
  const graph = await loadFlow('multi-instance-behavior-none');
  const { boundary: _, ...node } = graph.nodes['u']!;
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, u: node } }).start();
  flow.fire('u');
  expect(flow.effects).toContainEqual(expect.objectContaining({ type: 'broadcast', name: 'one done' }));
});
