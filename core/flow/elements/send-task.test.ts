import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a send task without a task type publishes its message', async () => {
  // given an order; when the flow runs
  const flow = new Driver(await loadFlow('send-task')).start({ order: 7, amount: 3 });
  // then the message carries key and payload, and the flow goes on
  expect(flow.effects).toContainEqual({
    type: 'publish',
    name: 'paid',
    correlationKey: '7',
    variables: { total: 6 },
  });
  expect(flow.summary.state).toBe('completed');
});
