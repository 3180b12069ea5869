import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const hour = 3_600_000;
const day = 24 * hour;

const started = async (name: string, variables = {}): Promise<Driver> =>
  new Driver(await loadFlow(`event-sub-process-${name}`)).start(variables);

test('a message begins an interrupting event sub-process: all else ends, and it sees the variables around it', async () => {
  // given a task and a message awaited beside it
  const flow = await started('message-interrupting', { total: 5 });
  expect(flow.waiting).toEqual(['es', 'u']);
  expect(flow.summary.tokens).toEqual([{ element: 'u' }]);
  // when the message comes
  flow.fire('es', { extra: 2 });
  // then the task is gone, and the handler read the process's variables and the message's
  expect(flow.elements('cancelled')).toEqual(['u']);
  expect(flow.waiting).toEqual(['h']);
  flow.fire('h');
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { total: 5, extra: 2, sum: 7 } });
  expect(flow.elements('completed')).toContain('esp');
});

test('a message begins a non-interrupting event sub-process as often as it comes', async () => {
  // given a task beside; when the message comes twice
  const flow = (await started('message')).fire('es').fire('es');
  // then two run, the task is left as it is, and the wait is open again
  expect(flow.waiting).toEqual(['es', 'h', 'h', 'u']);
  flow.fire('u').fire('h');
  expect(flow.summary.state).toBe('active');
  flow.fire('h');
  expect(flow.summary.state).toBe('completed');
  expect(flow.waits.size).toBe(0);
});

test('an instance ends when its tokens are gone, though an event sub-process still waits', async () => {
  const flow = (await started('message')).fire('u');
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
  expect(flow.waits.size).toBe(0);
  expect(flow.state!.tokens).toEqual([]);
});

test('a signal begins an interrupting event sub-process, once', async () => {
  const flow = (await started('signal-interrupting')).fire('es');
  expect(flow.waiting).toEqual(['h']);
});

test('a signal begins a non-interrupting event sub-process', async () => {
  const flow = (await started('signal')).fire('es');
  expect(flow.waiting).toEqual(['es', 'h', 'u']);
});

test('a timer begins an interrupting event sub-process', async () => {
  const flow = (await started('timer-interrupting')).advance(hour);
  expect(flow.waiting).toEqual(['h']);
  expect(flow.elements('cancelled')).toEqual(['u']);
});

test('a cycle begins a non-interrupting event sub-process as often as it says', async () => {
  const flow = (await started('timer')).advance(day);
  expect(flow.elements('completed').filter((id) => id === 'h')).toHaveLength(3);
  expect(flow.waiting).toEqual(['u']);
});

test('an error begins an event sub-process, which learns its code', async () => {
  // given two tasks; when what follows the first ends with an error
  const flow = (await started('error')).fire('u');
  // then the other is cancelled, and the instance has not failed
  expect(flow.waiting).toEqual(['h']);
  expect(flow.elements('cancelled')).toEqual(['v']);
  expect(flow.elements('failed')).toEqual(['e']);
  flow.fire('h');
  expect(flow.summary).toMatchObject({
    state: 'completed',
    variables: { code: 'refused', why: 'Refused' },
  });
});

test('an escalation begins a non-interrupting event sub-process, which does not catch its own', async () => {
  // given an escalation on the way to a task
  const flow = await started('escalation');
  expect(flow.waiting).toEqual(['h', 'u']);
  // when the handler escalates itself
  flow.fire('h');
  // then nobody catches it
  expect(flow.waiting).toEqual(['u']);
  expect(flow.summary.variables).toMatchObject({ code: 'late' });
});

test('an escalation begins an interrupting event sub-process for all codes, and the thrower ends with the rest', async () => {
  const flow = await started('escalation-interrupting');
  expect(flow.waiting).toEqual(['h']);
  expect(flow.elements('completed')).not.toContain('t');
});

test('in a sub-process it waits as long as that runs, sees its variables, and ends it alone', async () => {
  // given a sub-process with a variable of its own
  const flow = await started('in-sub-process');
  expect(flow.waiting).toEqual(['es', 'u']);
  // when it is interrupted from within
  flow.fire('es');
  expect(flow.waiting).toEqual(['h']);
  flow.fire('h');
  // then the sub-process is done in order, and the process goes on
  expect(flow.summary.variables).toMatchObject({ local: 1, seen: 2 });
  expect(flow.waiting).toEqual(['after']);
  expect(flow.elements('completed')).toContain('sub');
});

test('it stops waiting when its sub-process is done', async () => {
  const flow = (await started('in-sub-process')).fire('u');
  expect(flow.waiting).toEqual(['after']);
});

test('an event sub-process inside another waits once that has begun', async () => {
  const flow = (await started('nested')).fire('os');
  expect(flow.waiting).toEqual(['h', 'is', 'os', 'u']);
  flow.fire('is');
  expect(flow.waiting).toEqual(['k', 'os', 'u']);
  flow.fire('k');
  expect(flow.waiting).toEqual(['os', 'u']);
});

test('several wait at once; an interrupting one ends the others, begun or not', async () => {
  const flow = (await started('many')).fire('s1').fire('s2');
  expect(flow.waiting).toEqual(['h1', 'h2', 's1', 's2', 's3', 'u']);
  flow.advance(day);
  expect(flow.waiting).toEqual(['h3']);
  expect(flow.elements('cancelled').toSorted()).toEqual(['h1', 'h2', 'one', 'two', 'u']);
});

test('an error of an interrupting handler goes further out', async () => {
  const flow = (await started('rethrows')).fire('h');
  expect(flow.waiting).toEqual(['outside']);
});

test('an error of one that runs beside is caught by another of the same scope', async () => {
  const flow = (await started('error-from-beside')).fire('s1');
  expect(flow.waiting).toEqual(['h']);
  expect(flow.elements('cancelled').toSorted()).toEqual(['beside', 'u']);
});

test('a wait that cannot be worked out is an incident at the start event, and the rest goes on', async () => {
  // given a timer over a variable that is not there
  const flow = await started('timer-incident');
  expect([...flow.incidents.values()]).toMatchObject([{ element: 'es', code: 'expression.name-unknown' }]);
  expect(flow.waiting).toEqual(['u']);
  // when it is repaired
  const [incident] = flow.incidents.keys();
  flow.send({ type: 'set-variables', variables: { when: 'PT2H' } });
  flow.send({ type: 'retry', incident: incident! });
  // then it waits
  expect(flow.waiting).toEqual(['es', 'u']);
});

test('whoever resolves it has nothing begin: the event is waited for no longer', async () => {
  const flow = await started('timer-incident');
  const [incident] = flow.incidents.keys();
  flow.send({ type: 'resolve', incident: incident! });
  expect(flow.incidents.size).toBe(0);
  expect(flow.waiting).toEqual(['u']);
  expect(flow.fire('u').summary).toMatchObject({ state: 'completed', tokens: [] });
  expect(flow.elements('completed')).not.toContain('es');
});

test('an incident of a wait is gone with its scope', async () => {
  const flow = (await started('timer-incident')).fire('u');
  expect(flow.incidents.size).toBe(0);
  expect(flow.summary.state).toBe('completed');
});

test('a process of event sub-processes alone has nothing to wait for', async () => {
  const flow = await started('only');
  expect(flow.summary.state).toBe('completed');
});

test('one for exactly the code goes before one for all', async () => {
  const flow = new Driver(await loadFlow('event-sub-process-exact')).start();
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed')).toContain('exact');
  expect(flow.elements('entered')).not.toContain('any');
});

test('where one has interrupted its scope, the others of that scope catch nothing any more', async () => {
  const flow = new Driver(await loadFlow('event-sub-process-interrupted-listens-not')).start().fire('es');
  expect(flow.summary.state).toBe('failed');
  expect(flow.elements('entered')).not.toContain('rescue');
});
