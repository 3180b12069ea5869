import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a receive task waits for its message with the key of its instance', async () => {
  // given an instance for order A
  const flow = new Driver(await loadFlow('receive-task')).start({ order: 'A' });
  expect([...flow.waits.values()]).toEqual([
    { kind: 'message', element: 't', name: 'paid', correlationKey: 'A' },
  ]);
  // when the message comes
  flow.fire('t', { by: 'card' });
  // then the flow goes on with what came
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { order: 'A', by: 'card' } });
});
