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
