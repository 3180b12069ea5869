import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const times = (flow: Driver, element: string): number =>
  flow.elements('completed').filter((each) => each === element).length;

test('a complex gateway goes on when its activation condition is true, and takes what comes late without passing it on', async () => {
  // given two of three are enough
  const flow = new Driver(await loadFlow('complex-gateway-two-of-three')).start().fire('a');
  expect(flow.waiting).toEqual(['b', 'c']);
  // when the second comes
  flow.fire('c');
  expect(flow.waiting).toEqual(['after', 'b']);
  // then the third only resets it
  flow.fire('b');
  expect(flow.waiting).toEqual(['after']);
  expect(flow.summary.tokens).toEqual([{ element: 'after' }]);
  flow.fire('after');
  expect(flow.summary.state).toBe('completed');
  expect(times(flow, 'join')).toBe(1);
});

test('an instance does not end while a complex gateway waits for its reset', async () => {
  const flow = new Driver(await loadFlow('complex-gateway-two-of-three'))
    .start()
    .fire('a')
    .fire('b')
    .fire('after');
  expect(flow.summary.state).toBe('active');
  flow.fire('c');
  expect(flow.summary.state).toBe('completed');
});

test.each([
  ['the boss alone', ['boss'], 2],
  ['both others', ['b', 'c'], 2],
  ['one other, where one is enough', ['c'], 1],
])('an activation condition counts tokens by their flow: %s', async (_, who, needed) => {
  const flow = new Driver(await loadFlow('complex-gateway-by-flow')).start({ needed });
  for (const one of who) {
    expect(times(flow, 'after')).toBe(0);
    flow.fire(one);
  }
  expect(times(flow, 'after')).toBe(1);
});

test('conditions see by waitingForStart which phase it is, and the reset may pass on tokens of its own', async () => {
  // given a way for each phase
  const flow = new Driver(await loadFlow('complex-gateway-reset')).start().fire('b');
  expect(flow.waiting).toEqual(['a', 'first']);
  // when the late one comes
  flow.fire('a');
  // then the other way is taken
  expect(flow.waiting).toEqual(['first', 'late']);
  flow.fire('first').fire('late');
  expect(flow.summary.state).toBe('completed');
});

test('it resets as soon as no further token can come, and works again the next time round', async () => {
  // given a loop in which only one branch is open
  const flow = new Driver(await loadFlow('complex-gateway-loop')).start({ both: false, more: true });
  flow.fire('a');
  // when it comes round again with both
  expect(flow.waiting).toEqual(['a']);
  flow.send({ type: 'set-variables', variables: { both: true, more: false } });
  flow.fire('a');
  expect(flow.summary.state).toBe('completed');
  expect(times(flow, 'join')).toBe(2);
});

test.each([
  [1, ['rest']],
  [2, ['a']],
  [3, ['a', 'b']],
])(
  'a complex gateway that only splits takes every way that is true, else the default: n = %i',
  async (n, ways) => {
    const flow = new Driver(await loadFlow('complex-gateway-split')).start({ n });
    expect(flow.elements('completed').filter((each) => /^(a|b|rest)$/.test(each))).toEqual(ways);
    expect(flow.summary.state).toBe('completed');
  },
);

test('an activation condition that is no boolean is an incident, and is evaluated again when it is retried', async () => {
  const flow = new Driver(await loadFlow('complex-gateway-by-flow')).start().fire('b');
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({ element: 'join', code: 'expression.name-unknown' });
  flow.send({ type: 'set-variables', variables: { needed: 1 } });
  flow.send({ type: 'retry', incident: incident!.incident });
  expect(times(flow, 'after')).toBe(1);
});

test('all true ways of a complex split are taken; none and no default is an error that may be caught', async () => {
  // given three ways, a boundary event for the error, and no default
  const graph = await loadFlow('complex-gateway-no-path');
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

/** Two tokens come over one flow at once, a third over another when somebody is done. */
const twoOnOneFlow = async (condition: string, variables = {}): Promise<Driver> => {
  const graph = await loadFlow('complex-gateway-one-flow');
  const join = { ...graph.nodes['join']!, activationCondition: condition };
  return new Driver({ ...graph, nodes: { ...graph.nodes, join } }).start(variables);
};

test.each(['activationCount >= 2', 'f_merge_join >= 2'])(
  'conditions count every token, also several on one flow: %s',
  async (condition) => {
    const flow = await twoOnOneFlow(condition);
    expect(times(flow, 'after')).toBe(1);
    expect(flow.waiting).toEqual(['c']);
  },
);

test('a second token on a flow waits for the next time, while the first waits for the reset', async () => {
  const flow = await twoOnOneFlow('activationCount >= 1');
  expect(times(flow, 'after')).toBe(1);
  flow.fire('c');
  expect(times(flow, 'after')).toBe(2);
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
});

test('where every flow had brought a token, a second one on a flow begins the next time at once', async () => {
  const flow = await twoOnOneFlow('f_c_join >= 1 or isEnough', { isEnough: false });
  expect(times(flow, 'after')).toBe(0);
  flow.fire('c', { isEnough: true });
  expect(times(flow, 'after')).toBe(2);
  expect(flow.summary.state).toBe('completed');
});

test('in the reset the default is taken where no condition is true', async () => {
  // given a way for the first phase, and a default
  const graph = await loadFlow('complex-gateway-reset');
  const { condition: _, ...late } = graph.flows['f_join_late']!;
  const flow = new Driver({
    ...graph,
    nodes: { ...graph.nodes, join: { ...graph.nodes['join']!, default: late.id } },
    flows: { ...graph.flows, [late.id]: late },
  }).start();
  expect(flow.fire('b').waiting).toEqual(['a', 'first']);
  expect(flow.fire('a').waiting).toEqual(['first', 'late']);
});
