import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('the first event wins and closes the others', async () => {
  // given a message and a timer
  const flow = new Driver(await loadFlow('event-based-gateway')).start();
  expect(flow.waiting).toEqual(['late', 'paid']);
  // when the message comes first
  flow.fire('paid', { by: 'card' });
  // then the timer is closed and only that way was taken
  expect(flow.waits.size).toBe(0);
  expect(flow.elements('completed')).toEqual(['s', 'g', 'paid', 'e']);
  expect(flow.summary.variables).toEqual({ by: 'card' });
});

test('the timer wins when nothing comes', async () => {
  const flow = new Driver(await loadFlow('event-based-gateway')).start().advance(3_600_000);
  expect(flow.elements('completed')).toEqual(['s', 'g', 'late', 'e2']);
});

test('behind it, an event that needs several things wins when all have happened', async () => {
  // given a message and a signal together, or an hour; when both come
  const flow = new Driver(await loadFlow('event-based-gateway-multiple')).start({ order: 'A' }).fire('all');
  expect(flow.waiting).toEqual(['all', 'late']);
  flow.fire('all');
  expect(flow.elements('completed')).toEqual(['s', 'g', 'all', 'e']);
  // and when one does not come in time, the timer wins
  const late = new Driver(await loadFlow('event-based-gateway-multiple')).start({ order: 'A' }).fire('all');
  late.advance(3_600_000);
  expect(late.elements('completed')).toEqual(['s', 'g', 'late', 'e2']);
});

test('an instantiating gateway begins an instance at the event that happened', async () => {
  // given either event starts the flow
  const graph = await loadFlow('event-based-gateway-instantiate-exclusive');
  expect(graph.starts).toEqual([
    { event: 'm', kind: 'message', name: 'paid', correlationKey: 'order' },
    { event: 'sig', kind: 'signal', name: 'storm' },
  ]);
  // when one happens, then its way alone is taken
  const flow = new Driver(graph).start({ order: 'A' }, { event: 'sig' });
  expect(flow.waiting).toEqual(['b']);
  expect(flow.elements('completed')).toEqual(['g', 'sig']);
});

test('a parallel instantiating gateway begins with the first, and waits for the others each in its place', async () => {
  const graph = await loadFlow('event-based-gateway-instantiate-parallel');
  const flow = new Driver(graph).start({ order: 'A' }, { event: 'm' });
  expect(flow.waiting).toEqual(['a', 'sig']);
  flow.fire('a');
  expect(flow.summary.state).toBe('active');
  flow.fire('sig').fire('b');
  expect(flow.summary.state).toBe('completed');
});
