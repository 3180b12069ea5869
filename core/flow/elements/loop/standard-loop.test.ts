import { expect, test } from 'vitest';
import { Driver } from '../../step/testing/driver.ts';
import { loadFlow } from '../../step/testing/load-flow.ts';

test('a loop tested after runs once more as long as its condition is true, and at least once', async () => {
  const graph = await loadFlow('standard-loop');
  // given a limit of three; when it starts
  const flow = new Driver(graph).start({ n: 0, limit: 3 });
  // then the task ran three times, each with a pair in the history that says which
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { n: 3 }, tokens: [], scopes: [] });
  expect(flow.history.filter((entry) => entry.element === 't')).toMatchObject(
    [1, 2, 3].flatMap((iteration) => [
      { event: 'entered', iteration },
      { event: 'completed', iteration },
    ]),
  );
  // and with a limit that is reached already it still ran once
  expect(new Driver(graph).start({ n: 9, limit: 3 }).summary.variables).toMatchObject({ n: 10 });
});

test('a loop tested before may not run at all', async () => {
  // given a limit that is reached already; when it starts
  const flow = new Driver(await loadFlow('standard-loop-before')).start({ n: 9, limit: 3 });
  // then the task was passed by
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { n: 9 } });
  expect(flow.elements('entered')).toEqual(['s', 'e']);
});

test('a loop ends at its maximum, whatever its condition says; what was made in it is there for the next round', async () => {
  // given a task that people want to do again and again
  const flow = new Driver(await loadFlow('standard-loop-maximum')).start();
  // when it is completed three times
  for (let count = 0; count < 3; count++) flow.fire('u', { again: true });
  // then that was all
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { again: true } });
});

test('a loop ends early when its condition is no longer true', async () => {
  const flow = new Driver(await loadFlow('standard-loop-maximum')).start();
  flow.fire('u', { again: false });
  expect(flow.summary.state).toBe('completed');
});

test('a condition that is no boolean is an incident, and a retry asks again', async () => {
  // given an answer that is neither true nor false
  const flow = new Driver(await loadFlow('standard-loop-maximum')).start();
  flow.fire('u', { again: 'perhaps' });
  expect([...flow.incidents.values()]).toMatchObject([
    { code: 'flow.loop-condition-not-boolean', element: 'u', params: { value: '"perhaps"' } },
  ]);
  // when it is repaired where it was made
  const scope = flow.summary.scopes.find((each) => 'again' in each.variables)!;
  flow.send({ type: 'set-variables', variables: { again: false }, scope: scope.id });
  flow.send({ type: 'retry', incident: [...flow.incidents.keys()][0]! });
  // then the flow goes on
  expect(flow.summary.state).toBe('completed');
});

test('a loop without waits and without an end is stopped as an incident', async () => {
  const flow = new Driver(await loadFlow('standard-loop')).start({ n: 0, limit: 1e9 });
  expect([...flow.incidents.values()]).toMatchObject([{ code: 'flow.step-limit' }]);
  flow.send({ type: 'set-variables', variables: { limit: 0 } });
  flow.send({ type: 'retry', incident: [...flow.incidents.keys()][0]! });
  expect(flow.summary.state).toBe('completed');
});

test.each([true, false])('a maximum of 0 passes by, tested before: %s', async (testBefore) => {
  const graph = await loadFlow('standard-loop-maximum');
  const u = { ...graph.nodes['u']!, loop: { kind: 'standard' as const, testBefore, maximum: 0 } };
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, u } }).start();
  expect(flow.summary.state).toBe('completed');
});
