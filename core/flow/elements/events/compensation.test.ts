import { expect, test } from 'vitest';
import { Driver } from '../../step/testing/driver.ts';
import { loadFlow } from '../../step/testing/load-flow.ts';

const started = async (name: string, variables = {}): Promise<Driver> =>
  new Driver(await loadFlow(`compensation-${name}`)).start(variables);

const undone = (flow: Driver): string[] => flow.elements('completed').filter((id) => id.startsWith('undo'));

test('a throw event undoes what completed in its scope, the last first, and then goes on', async () => {
  const flow = await started('throw');
  expect(undone(flow)).toEqual(['undo_b', 'undo_a']);
  const { history } = flow;
  const at = (event: string, id: string) =>
    history.findIndex((entry) => entry.event === event && entry.element === id);
  expect(at('completed', 't')).toBeGreaterThan(at('completed', 'undo_a'));
  expect(flow.waiting).toEqual(['u']);
});

test('nothing is undone twice', async () => {
  const flow = (await started('throw')).fire('u');
  expect(undone(flow)).toEqual(['undo_b', 'undo_a']);
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [], scopes: [] });
});

test('a throw event undoes one activity alone; what is left is undone by the next', async () => {
  const flow = await started('activity');
  expect(undone(flow)).toEqual(['undo_a', 'undo_b']);
  expect(flow.summary.state).toBe('completed');
});

test('an end event waits until all is undone', async () => {
  const flow = await started('end');
  expect(flow.waiting).toEqual(['undo_a']);
  expect(flow.elements('completed')).not.toContain('e');
  flow.fire('undo_a');
  expect(flow.elements('completed').at(-1)).toBe('e');
  expect(flow.summary.state).toBe('completed');
});

test('a handler sees the data of then, and what it writes is there afterwards', async () => {
  // given n was 2 when the activity completed, and m was not changed yet; both changed since
  const flow = await started('data', { n: 1, m: 1 });
  // then
  expect(flow.summary.variables).toEqual({ n: 20, m: 2, seen: { n: 2, m: 1 } });
});

test('an activity that completed several times is undone as often, each time with its own data', async () => {
  const flow = await started('loop', { n: 0, trace: [] });
  expect(undone(flow)).toHaveLength(3);
  // none sees what another has written since: the last one undoes the first time
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { n: 3, trace: [1] } });
});

test('a completed sub-process is undone from within, the last first, at any depth', async () => {
  const flow = await started('sub-process');
  expect(undone(flow)).toEqual(['undo_c', 'undo_b', 'undo_a']);
  expect(flow.waiting).toEqual(['u']);
  expect(flow.summary.scopes).toEqual([]);
});

test('a sub-process with a handler of its own is undone by that, which may be a sub-process', async () => {
  const flow = await started('sub-process-handler');
  expect(flow.waiting).toEqual(['ask']);
  flow.fire('ask');
  expect(undone(flow)).toEqual(['undo_sub']);
  expect(flow.waiting).toEqual(['u']);
});

test('a compensation event sub-process undoes its sub-process, with the data of then', async () => {
  // given a sub-process with two activities that can be undone, and a variable that changed since
  const flow = await started('event-sub-process');
  // then it sees the old value, and only what it throws for is undone
  expect(undone(flow)).toEqual(['undo_a']);
  expect(flow.waiting).toEqual(['h']);
  flow.fire('h');
  expect(flow.waiting).toEqual(['u']);
  expect(flow.summary.variables).toEqual({ inner: 8, seen: 7 });
});

test('it begins only when its sub-process has completed and is undone', async () => {
  const flow = await started('event-sub-process');
  expect(flow.elements('entered').filter((id) => id === 'esp')).toHaveLength(1);
});

test('a throw event that does not wait goes on at once; the instance ends after what is undone', async () => {
  const flow = await started('no-wait');
  expect(flow.waiting).toEqual(['u', 'undo_a']);
  flow.fire('u');
  expect(flow.summary.state).toBe('active');
  flow.fire('undo_a');
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed').filter((id) => id === 't')).toEqual(['t']);
});

test('thrown in an event sub-process, it undoes what completed in the scope around', async () => {
  const flow = (await started('from-event-sub-process')).fire('x');
  expect(undone(flow)).toEqual(['undo_a']);
  expect(flow.waiting).toEqual(['u']);
});

test('an error of a handler is one of the throwing event', async () => {
  const flow = await started('handler-fails');
  expect(undone(flow)).toEqual(['undo_b']);
  expect(flow.waiting).toEqual(['u']);
  expect(flow.summary.scopes).toEqual([]);
});

test('what still runs is not undone', async () => {
  const flow = await started('running');
  expect(undone(flow)).toEqual(['undo_b']);
  expect(flow.waiting).toEqual(['a', 'u']);
});

test('cancelling the instance while something is undone leaves nothing behind', async () => {
  const flow = (await started('no-wait')).send({ type: 'cancel' });
  expect(flow.waits.size).toBe(0);
  expect(flow.summary).toMatchObject({ state: 'terminated', tokens: [] });
});

test('an activity that repeats is undone once for each time, with what that was given', async () => {
  const flow = await started('multi-instance', { items: ['x', 'y', 'z'] });
  expect(undone(flow)).toHaveLength(3);
  expect(flow.summary.variables['last']).toEqual(['x', 1]);
  expect(flow.waiting).toEqual(['u']);
});

test('a sub-process that repeats is undone from within, each time', async () => {
  const flow = await started('multi-instance-sub-process', { items: ['x', 'y', 'z'] });
  expect(undone(flow)).toHaveLength(3);
  expect(flow.summary.variables['last']).toBe('x');
  expect(flow.waiting).toEqual(['u']);
});

test('an event sub-process that undoes one of several iterations sees what that was given', async () => {
  const flow = await started('event-sub-process-repeated', { undone: [] });
  expect(flow.summary).toMatchObject({ state: 'completed' });
  expect(flow.summary.variables['undone']).toEqual([
    [2, 20, 2],
    [1, 10, 1],
  ]);
});

test('what undoes a sub-process with outputs of its own leaves nothing else outside', async () => {
  const graph = await loadFlow('compensation-event-sub-process');
  const mapping = { in: [], out: [{ name: 'shown', value: '1' }] };
  const sub = { ...graph.nodes['sub']!, mapping };
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, sub } }).start().fire('h');
  expect(flow.summary.variables).toEqual({ shown: 1, inner: 8 });
});
