import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('an activity with a start quantity begins when as many tokens have arrived', async () => {
  // given a task that needs two tokens, of three that may come
  const flow = new Driver(await loadFlow('start-quantity')).start();
  // when one comes
  flow.fire('b');
  // then it waits, unrecorded, and its deadline does not run
  expect(flow.waiting).toEqual(['a', 'c']);
  expect(flow.elements('entered')).not.toContain('t');
  // and with the second it begins, once
  flow.fire('a');
  expect(flow.waiting).toEqual(['c', 'late', 't']);
  // the third waits for a fourth that never comes
  flow.fire('t').fire('c');
  expect(flow.summary).toMatchObject({ state: 'active', tokens: [{ element: 't' }] });
  expect(flow.elements('entered').filter((element) => element === 't')).toHaveLength(1);
});

test('an activity with a completion quantity puts as many tokens on its way out', async () => {
  const flow = new Driver(await loadFlow('completion-quantity')).start();
  expect(flow.waiting).toEqual(['u', 'u', 'u']);
  expect(flow.elements('taken')).toEqual(['f_s_t', 'f_t_u', 'f_t_u', 'f_t_u']);
  flow.fire('u').fire('u').fire('u');
  expect(flow.summary.state).toBe('completed');
});

test('each iteration around it gathers its own tokens', async () => {
  const flow = new Driver(await loadFlow('start-quantity-in-iteration')).start();
  flow.fireAt('a', 0).fireAt('a', 0);
  expect(flow.waiting).toEqual(['b', 'b']);
  flow.fireAt('b', 0);
  expect(flow.waiting).toEqual(['b', 't']);
});

test('a completion quantity counts for each way out', async () => {
  const flow = new Driver(await loadFlow('completion-quantity-two-ways')).start();
  expect(flow.waiting).toEqual(['u', 'u', 'v', 'v']);
});
