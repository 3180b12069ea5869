import { expect, test } from 'vitest';
import { Driver } from '../../step/testing/driver.ts';
import { loadFlow } from '../../step/testing/load-flow.ts';
import type { Variables, Wait } from '../../step/types.ts';

const hour = 3_600_000;

const started = async (name: string, variables: Variables = { order: 'A', amount: 1 }): Promise<Driver> =>
  new Driver(await loadFlow(name)).start(variables);

/** Makes one of the definitions of an event happen. */
const happen = (flow: Driver, element: string, kind: Wait['kind'], variables: Variables = {}): Driver => {
  const wait = [...flow.waits].find(([, body]) => body.element === element && body.kind === kind)![0];
  flow.waits.delete(wait);
  return flow.send({ type: 'trigger', wait, variables });
};
const kinds = (flow: Driver, element: string): string[] =>
  [...flow.waits.values()].flatMap((wait) => (wait.element === element ? [wait.kind] : [])).toSorted();
const times = (flow: Driver, element: string): number =>
  flow.elements('completed').filter((each) => each === element).length;

test.each(['message', 'signal', 'timer', 'condition'] as const)(
  'a multiple catch event goes on with the first: by %s',
  async (kind) => {
    const flow = await started('multiple-catch');
    expect(kinds(flow, 'c')).toEqual(['condition', 'message', 'signal', 'timer']);
    if (kind === 'timer') flow.advance(hour);
    else if (kind === 'condition') flow.send({ type: 'set-variables', variables: { amount: 200 } });
    else happen(flow, 'c', kind, { by: kind });
    expect(flow.summary.state).toBe('completed');
    expect(flow.waits.size).toBe(0);
  },
);

test('a parallel multiple catch event goes on when all have happened, with what each brought', async () => {
  // given four things to happen; when three have
  const flow = happen(
    happen(await started('parallel-multiple-catch'), 'c', 'message', { a: 1 }),
    'c',
    'signal',
    { b: 2 },
  );
  flow.send({ type: 'set-variables', variables: { amount: 200 } });
  expect(flow.summary.state).toBe('active');
  expect(flow.summary.variables).not.toHaveProperty('a');
  // then the last lets it go on
  flow.advance(hour);
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { a: 1, b: 2 } });
});

test('a multiple boundary event interrupts with the first', async () => {
  const flow = happen(await started('multiple-boundary'), 'b', 'signal');
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('cancelled')).toEqual(['u']);
  expect(flow.waits.size).toBe(0);
});

test('a non-interrupting multiple boundary event fires for each, as often as they happen', async () => {
  const flow = await started('multiple-boundary-beside');
  for (const kind of ['message', 'signal', 'signal'] as const) happen(flow, 'b', kind);
  flow.send({ type: 'set-variables', variables: { amount: 200 } });
  expect(times(flow, 'e2')).toBe(4);
  expect(kinds(flow, 'b')).toEqual(['condition', 'message', 'signal']);
  expect(flow.waiting).toContain('u');
});

test('a parallel multiple boundary event interrupts when all have happened', async () => {
  const flow = happen(happen(await started('parallel-multiple-boundary'), 'b', 'signal'), 'b', 'message');
  expect(flow.waiting).toContain('u');
  flow.send({ type: 'set-variables', variables: { amount: 200 } });
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('cancelled')).toEqual(['u']);
});

test('a non-interrupting parallel multiple boundary event fires once for each time all have happened', async () => {
  const flow = await started('parallel-multiple-boundary-beside');
  for (const amount of [200, 300]) {
    flow.send({ type: 'set-variables', variables: { amount: 1 } });
    flow.send({ type: 'set-variables', variables: { amount } });
    happen(happen(flow, 'b', 'message'), 'b', 'signal');
  }
  expect(times(flow, 'e2')).toBe(2);
  expect(kinds(flow, 'b')).toEqual(['condition', 'message', 'signal']);
  flow.fire('u');
  expect(flow.summary.state).toBe('completed');
  expect(flow.waits.size).toBe(0);
});

test.each([
  [false, 'refused'],
  [true, 'late'],
])('a multiple boundary event catches what is thrown, too: escalation %s', async (escalate, code) => {
  const flow = (await started('multiple-boundary-thrown', { escalate })).fire('u');
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { code } });
  expect(times(flow, 'e2')).toBe(1);
});

test('a multiple start of an event sub-process begins it with the first', async () => {
  const flow = happen(await started('multiple-event-sub-process'), 'es', 'message', { by: 'card' });
  expect(flow.waiting).toEqual(['h']);
  flow.fire('h');
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { by: 'card' } });
});

test('a non-interrupting multiple start of an event sub-process begins it for each', async () => {
  const flow = happen(
    happen(await started('multiple-event-sub-process-beside'), 'es', 'message'),
    'es',
    'signal',
  );
  expect(flow.waiting).toEqual(['es', 'es', 'h', 'h', 'u']);
});

test('a parallel multiple start of an event sub-process begins it when all have happened', async () => {
  const flow = happen(await started('parallel-multiple-event-sub-process'), 'es', 'message', { a: 1 });
  expect(flow.waiting).toEqual(['es', 'u']);
  happen(flow, 'es', 'signal', { b: 2 });
  expect(flow.waiting).toEqual(['h']);
  flow.fire('h');
  expect(flow.summary.variables).toMatchObject({ a: 1, b: 2 });
});

test('a non-interrupting parallel multiple start of an event sub-process begins it each time all have happened', async () => {
  const flow = await started('parallel-multiple-event-sub-process-beside');
  for (let left = 2; left > 0; left--) happen(happen(flow, 'es', 'signal'), 'es', 'message');
  expect(flow.waiting).toEqual(['es', 'es', 'h', 'h', 'u']);
});

test('a multiple start event is started by each of its definitions', async () => {
  const graph = await loadFlow('multiple-start');
  expect(graph.starts).toMatchObject([
    { event: 's', kind: 'message', name: 'paid', part: 0 },
    { event: 's', kind: 'signal', name: 'storm', part: 1 },
  ]);
  for (const part of [0, 1]) expect(new Driver(graph).start({}, { event: 's', part }).waiting).toEqual(['u']);
});

test('an instance of a parallel multiple start waits for the others', async () => {
  // given the signal came
  const flow = new Driver(await loadFlow('parallel-multiple-start')).start({ a: 1 }, { event: 's', part: 1 });
  expect(kinds(flow, 's')).toEqual(['message']);
  // when the message comes
  happen(flow, 's', 'message', { b: 2 });
  // then it goes on with both
  expect(flow.waiting).toEqual(['u']);
  expect(flow.summary.variables).toEqual({ a: 1, b: 2 });
});

test('a parallel multiple start that a person begins waits for nothing', async () => {
  const flow = new Driver(await loadFlow('parallel-multiple-start')).start();
  expect(flow.waiting).toEqual(['u']);
});

const thrown = (flow: Driver): string[] =>
  flow.effects.flatMap(({ type }) => (type === 'publish' || type === 'broadcast' ? [type] : []));

test('a multiple throw event throws all, and goes on', async () => {
  const flow = await started('multiple-throw');
  expect(thrown(flow)).toEqual(['publish', 'broadcast']);
  expect(flow.summary.state).toBe('completed');
});

test('a multiple end event throws all, and then ends as the strongest says', async () => {
  const flow = (await started('multiple-end')).fire('u');
  expect(thrown(flow)).toEqual(['publish', 'broadcast']);
  expect(flow.elements('cancelled')).toEqual(['other']);
  expect(flow.summary.state).toBe('completed');
  const failed = await started('multiple-end-error');
  expect(thrown(failed)).toEqual(['publish']);
  expect(failed.summary.state).toBe('failed');
});
