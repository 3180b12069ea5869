import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlows } from '../step/testing/load-flow.ts';

test('global tasks of every kind are called by call activities', async () => {
  // given a process that calls one of each
  const flows = await loadFlows('global-tasks');
  expect(Object.keys(flows).sort()).toEqual(['any', 'approve', 'by-hand', 'calls', 'rule', 'sum']);
  const tasks = { 'test.rule': () => ({ ok: true as const, value: { level: 'high' } }) };
  const flow = new Driver(flows['calls']!, { flows, tasks }).start({ x: 40 });
  // when it comes to the user task, whose work item says what the task says
  const task = flow.child('c4');
  expect([...task.waits.values()]).toMatchObject([
    { kind: 'work-item', element: 'approve', name: 'Approve', candidateRoles: ['sales.seller'] },
  ]);
  expect(task.summary.variables).toEqual({ x: 40, sum: 42 });
  task.fire('approve', { ok: true });
  // then all have run, with data as it was mapped, or as it would be in their place
  expect(flow.summary).toMatchObject({
    state: 'completed',
    variables: { x: 40, sum: 42, ok: true, level: 'high' },
  });
  expect(flow.summary.variables).not.toHaveProperty('a');
});
