import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a task and a manual task pass through and are recorded', async () => {
  // given a flow of both
  const flow = new Driver(await loadFlow('task'));
  // when it starts
  flow.start();
  // then it has ended, and both were entered and completed in order
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('entered')).toEqual(['s', 't', 'm', 'e']);
  expect(flow.elements('completed')).toEqual(['s', 't', 'm', 'e']);
  expect(flow.elements('taken')).toEqual(['f_s_t', 'f_t_m', 'f_m_e']);
});
