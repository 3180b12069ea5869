import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('an uncaught error end fails the instance with its code', async () => {
  const flow = new Driver(await loadFlow('error-end')).start();
  expect(flow.summary.state).toBe('failed');
  expect(flow.effects.at(-1)).toEqual({
    type: 'ended',
    state: 'failed',
    error: { code: 'refused', message: 'Refused' },
  });
});

test('an error end goes to the boundary event for its code before one for all, and cancels what is left inside', async () => {
  // given a sub-process with a user task beside the error; when it runs
  const flow = new Driver(await loadFlow('error-end-caught')).start();
  // then the exact catcher took it, and the task is gone
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { code: 'refused' } });
  expect(flow.elements('completed')).toContain('e2');
  expect(flow.elements('failed')).toEqual(['e3']);
  expect(flow.elements('cancelled').sort()).toEqual(['sub', 'u']);
  expect(flow.waits.size).toBe(0);
});

test('a terminate end ends the process and all else in it: completed', async () => {
  // given two tasks; when the one before the terminate end is done
  const flow = new Driver(await loadFlow('terminate-end')).start().fire('v');
  // then the other is cancelled, and the instance completed
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
  expect(flow.elements('cancelled')).toEqual(['u']);
  expect(flow.waits.size).toBe(0);
});

test('a terminate end in a sub-process ends only that', async () => {
  // given two tasks inside; when the terminate end is reached
  const flow = new Driver(await loadFlow('terminate-in-sub-process')).start().fire('v');
  // then the flow goes on behind the sub-process
  expect(flow.waiting).toEqual(['after']);
  expect(flow.elements('completed')).toContain('sub');
});

test('a signal end event throws its signal with what travels', async () => {
  const flow = new Driver(await loadFlow('signal-end')).start({ order: 7 });
  expect(flow.effects).toContainEqual(
    expect.objectContaining({ type: 'broadcast', name: 'storm', variables: { n: 7 } }),
  );
  expect(flow.summary.state).toBe('completed');
});

test('a terminate end in one of several iterations ends that one', async () => {
  const flow = new Driver(await loadFlow('terminate-in-iteration')).start();
  expect(flow.waiting).toEqual(['u', 'u', 'v', 'v']);
  // when one of them is terminated, the other goes on
  flow.fireAt('u', 0);
  expect(flow.waiting).toEqual(['u', 'v']);
  expect(flow.fire('u').summary.state).toBe('completed');
});

test('a terminate end in an event sub-process ends that, and nothing around', async () => {
  const flow = new Driver(await loadFlow('terminate-in-event-sub-process')).start().fire('es');
  flow.fire('v');
  // then the work around and the wait for the next are there
  expect(flow.waiting).toEqual(['es', 'u']);
  expect(flow.fire('u').summary.state).toBe('completed');
});
