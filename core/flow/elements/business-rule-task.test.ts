import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a business rule task by a task type maps its result back', async () => {
  // given a rule that rates
  const tasks = { 'rules.rate': () => ({ ok: true as const, value: { rate: 7 } }) };
  // when the flow runs
  const flow = new Driver(await loadFlow('business-rule-task'), { tasks }).start();
  // then the rate is a variable
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { rate: 7 } });
});
