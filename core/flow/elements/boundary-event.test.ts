import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const day = 86_400_000;
const hour = 3_600_000;

test('an interrupting boundary timer ends its activity', async () => {
  // given a task with three days
  const flow = new Driver(await loadFlow('boundary-timer')).start();
  // when they pass
  flow.advance(3 * day);
  // then the task is cancelled and the way of the event is taken
  expect(flow.waiting).toEqual(['late']);
  expect(flow.elements('cancelled')).toEqual(['u']);
});

test('a boundary timer ends with its activity', async () => {
  // given a task with three days; when it is completed before
  const flow = new Driver(await loadFlow('boundary-timer')).start().fire('u');
  // then the timer is closed
  expect(flow.summary.state).toBe('completed');
  expect(flow.waits.size).toBe(0);
});

test('a non-interrupting boundary timer leaves its activity as it is', async () => {
  // given a task with an hour; when it passes
  const flow = new Driver(await loadFlow('boundary-timer-non-interrupting')).start().advance(hour);
  // then both are open, and the instance ends with the last
  expect(flow.waiting).toEqual(['late', 'u']);
  flow.fire('u');
  expect(flow.summary.state).toBe('active');
  flow.fire('late');
  expect(flow.summary.state).toBe('completed');
});

test('a cycle on a boundary fires as often as it says, without drift', async () => {
  // given a reminder R3/PT1H, and a clock that comes late
  const flow = new Driver(await loadFlow('boundary-timer-cycle')).start();
  const began = flow.now;
  flow.advance(hour + 60_000);
  // when the second is opened, it counts from when the first was due
  expect([...flow.waits.values()].find((wait) => wait.kind === 'timer')).toMatchObject({
    due: began + 2 * hour,
  });
  // then after all three nothing is left but the task
  flow.advance(10 * hour);
  expect(flow.elements('completed').filter((element) => element === 'remind')).toHaveLength(3);
  expect(flow.waiting).toEqual(['u']);
});

test('a cycle on a boundary ends with its activity', async () => {
  // given one reminder went out; when the task is completed
  const flow = new Driver(await loadFlow('boundary-timer-cycle')).start().advance(hour).fire('u');
  // then no other comes
  expect(flow.summary.state).toBe('completed');
  expect(flow.waits.size).toBe(0);
});

test('an interrupting boundary message ends its activity with what came', async () => {
  // given a task that may be withdrawn; when the message comes
  const flow = new Driver(await loadFlow('boundary-message'))
    .start({ order: 'A' })
    .fire('b', { why: 'changed' });
  // then all is closed
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { order: 'A', why: 'changed' } });
  expect(flow.waits.size).toBe(0);
});

test('a non-interrupting boundary message may come many times', async () => {
  // given a task that takes notes; when two come
  const flow = new Driver(await loadFlow('boundary-message')).start({ order: 'A' }).fire('note').fire('note');
  // then both ran, and the task is still open
  expect(flow.elements('completed').filter((element) => element === 'noted')).toHaveLength(2);
  expect(flow.waiting).toEqual(['b', 'note', 'u']);
});

test('a deadline runs while its activity is stopped by an incident', async () => {
  // given a task that cannot begin, with a deadline of an hour
  const flow = new Driver(await loadFlow('boundary-timer-incident')).start();
  expect([...flow.incidents.values()]).toMatchObject([{ element: 't', code: 'expression.name-unknown' }]);
  // when nobody repairs it in time
  flow.advance(hour);
  // then it is given up with its incident, and the way of the event is taken
  expect(flow.incidents.size).toBe(0);
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed')).toEqual(['s', 'b', 'e2']);
});

test('an interrupting boundary signal ends its activity', async () => {
  const flow = new Driver(await loadFlow('boundary-signal')).start().fire('stop');
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('cancelled')).toEqual(['u']);
});

test('a non-interrupting boundary signal may come many times', async () => {
  const flow = new Driver(await loadFlow('boundary-signal')).start().fire('note').fire('note');
  expect(flow.elements('completed').filter((element) => element === 'e3')).toHaveLength(2);
  expect(flow.waiting).toEqual(['note', 'stop', 'u']);
});

test('an interrupting boundary escalation ends its sub-process, and knows the code', async () => {
  // given an escalation end beside a task; when it is reached
  const flow = new Driver(await loadFlow('escalation-end')).start();
  // then the sub-process is cancelled with all in it, and the way of the event taken
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { code: 'late' } });
  expect(flow.elements('cancelled').toSorted()).toEqual(['sub', 't', 'u']);
  expect(flow.elements('completed')).toContain('e2');
});
