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
