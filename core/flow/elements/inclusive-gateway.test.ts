import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { chain, flowOf, loadFlow, processXml } from '../step/testing/load-flow.ts';

test.each([
  [1, ['rest']],
  [2, ['a']],
  [3, ['a', 'b']],
])('an inclusive split with n = %i opens %j, and its join waits for all of them', async (n, open) => {
  // given a split with two conditions and a default; when a token comes
  const flow = new Driver(await loadFlow('inclusive-gateway')).start({ n });
  // then each true way is taken
  expect(flow.waiting).toEqual(open);
  // and the join fires once, when the last has come
  for (const element of open) {
    expect(flow.summary.state).toBe('active');
    flow.fire(element);
  }
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed').filter((element) => element === 'join')).toHaveLength(1);
});

test('an inclusive join waits for a token that goes round a loop before it', async () => {
  // given one branch at the join, the other in a loop
  const flow = new Driver(await loadFlow('inclusive-gateway-loop')).start({ more: true });
  flow.fire('other');
  expect(flow.summary.tokens.map((token) => token.element).sort()).toEqual(['join', 'work']);
  // when the loop goes round again, then the join still waits
  flow.fire('work');
  expect(flow.summary.state).toBe('active');
  // and fires when the loop is left
  flow.fire('work', { more: false });
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed').filter((element) => element === 'e')).toHaveLength(1);
});

const times = (flow: Driver, element: string): number =>
  flow.elements('completed').filter((each) => each === element).length;

test('an inclusive join inside a loop fires once each time round', async () => {
  // given a loop around split and join
  const flow = new Driver(await loadFlow('inclusive-join-in-loop')).start({ both: true, more: true });
  flow.fire('b');
  expect(times(flow, 'join')).toBe(0);
  flow.fire('a');
  expect(times(flow, 'join')).toBe(1);
  // when the second round opens one branch only
  expect(flow.waiting).toEqual(['a', 'b']);
  flow
    .send({ type: 'set-variables', variables: { more: false } })
    .fire('a')
    .fire('b');
  expect(times(flow, 'join')).toBe(2);
  expect(flow.summary.state).toBe('completed');
});

test('a second token on a flow that has one already is not waited for, and fires the join on its own', async () => {
  // given two tokens on the way to one flow, and one to the other
  const flow = new Driver(await loadFlow('inclusive-join-same-flow')).start({ away: false });
  flow.fire('a').fire('other');
  // then the join does not wait for the second of the first flow
  expect(times(flow, 'join')).toBe(1);
  flow.fire('b');
  expect(times(flow, 'join')).toBe(2);
  expect(flow.summary.state).toBe('completed');
});

test('a join goes on when the token it waited for takes another way', async () => {
  const flow = new Driver(await loadFlow('inclusive-join-same-flow')).start({ away: true });
  flow.fire('a');
  expect(times(flow, 'join')).toBe(0);
  flow.fire('other');
  expect(times(flow, 'join')).toBe(1);
});

test('a token that can come to an empty flow, and as well to one that is filled, is not waited for', async () => {
  // given b, which may go the way of a or a detour; when a comes
  const flow = new Driver(await loadFlow('inclusive-join-either-way')).start({ detour: true }).fire('a');
  // then the join goes on at once
  expect(times(flow, 'join')).toBe(1);
  // and with b on the detour, which leads to an empty flow alone, it would have waited
  const other = new Driver(await loadFlow('inclusive-join-either-way')).start({ detour: true });
  other.fire('b').fire('a');
  expect(times(other, 'join')).toBe(0);
  other.fire('long');
  expect(times(other, 'join')).toBe(1);
});

test('a join behind a join waits for it', async () => {
  const flow = new Driver(await loadFlow('inclusive-join-two')).start().fire('c').fire('a');
  expect([times(flow, 'j1'), times(flow, 'j2')]).toEqual([0, 0]);
  flow.fire('b');
  expect([times(flow, 'j1'), times(flow, 'j2')]).toEqual([1, 1]);
  expect(flow.summary.state).toBe('completed');
});

test('a join waits for what a boundary event may still send', async () => {
  // given a task whose deadline leads to the join, and its normal end elsewhere
  const early = new Driver(await loadFlow('inclusive-join-boundary')).start().fire('a');
  expect(times(early, 'join')).toBe(0);
  // when the task is done in time, the join goes on
  early.fire('b');
  expect(times(early, 'join')).toBe(1);
  // and when it is late, with both
  const late = new Driver(await loadFlow('inclusive-join-boundary')).start().fire('a').advance(3_600_000);
  expect(times(late, 'join')).toBe(1);
  expect(late.summary.state).toBe('completed');
});

test('a token behind the join, which comes back only through a flow of it, counts by the way it takes', async () => {
  // given both came, and one goes back before the join
  const flow = new Driver(await loadFlow('inclusive-join-past')).start({ back: true }).fire('a').fire('b');
  expect(flow.waiting).toEqual(['after']);
  flow.fire('after');
  // when it comes again, nothing else can come, and the join fires with one
  flow.send({ type: 'set-variables', variables: { back: false } }).fire('b');
  expect(times(flow, 'join')).toBe(2);
  flow.fire('after');
  expect(flow.summary.state).toBe('completed');
});

test('an inclusive and an exclusive gateway without a way out are ends', async () => {
  const inner = (type: string): string =>
    `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/><bpmn:task id="a"/><bpmn:task id="b"/><bpmn:${type} id="join"/>${chain('s', 'g', 'a', 'join')}${chain('g', 'b', 'join')}`;
  for (const type of ['inclusiveGateway', 'exclusiveGateway']) {
    const flow = new Driver(await flowOf(processXml(inner(type)))).start();
    expect(flow.summary.state).toBe('completed');
    expect(flow.incidents.size).toBe(0);
  }
});

test('the join waits for no activity that is undone beside the flow', async () => {
  // given compensation that nobody waits for, and whose thrower might have come to the join
  const flow = new Driver(await loadFlow('inclusive-join-beside-compensation')).start();
  // then the join has fired while the handler still waits
  expect(flow.waiting).toEqual(['after', 'undo_a']);
  expect(flow.fire('after').fire('undo_a').summary.state).toBe('completed');
});

test('all true ways of an inclusive split are taken; none and no default is an error that may be caught', async () => {
  // given three ways, a boundary event for the error, and no default
  const graph = await loadFlow('inclusive-gateway-no-path');
  expect(
    new Driver(graph)
      .start({ n: 3 })
      .elements('completed')
      .filter((id) => /^[abc]$/.test(id)),
  ).toEqual(['a', 'b', 'c']);
  // when no way is open, the flow goes on at the boundary event
  expect(new Driver(graph).start({ n: 0 }).waiting).toEqual(['repair']);
  // and where nothing catches it, it is an incident that a retry repairs
  const { boundary: _, ...sub } = graph.nodes['sub']!;
  const alone = new Driver({ ...graph, nodes: { ...graph.nodes, sub } }).start({ n: 0 });
  const [incident] = alone.incidents.values();
  expect(incident).toMatchObject({ element: 'g', code: 'gateway.no-path' });
  alone.send({ type: 'set-variables', variables: { n: 1 } });
  alone.send({ type: 'retry', incident: incident!.incident });
  expect(alone.summary.state).toBe('completed');
});

test('the join waits for what may come by a link', async () => {
  const flow = new Driver(await loadFlow('inclusive-join-link')).start().fire('b');
  expect(times(flow, 'join')).toBe(0);
  flow.fire('a');
  expect(times(flow, 'join')).toBe(1);
  expect(flow.summary.state).toBe('completed');
});
