import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a script task puts its value into the result variable, and $log into the history', async () => {
  // given a script that logs; when it runs
  const flow = new Driver(await loadFlow('script-task')).start({ amount: 21 });
  // then value and log are there
  expect(flow.summary.variables).toEqual({ amount: 21, double: 42 });
  expect(flow.history).toContainEqual({
    element: 't',
    type: 'scriptTask',
    event: 'log',
    at: flow.now,
    data: 21,
  });
});

test('a missing name is an incident with expression and input; repaired and retried, the flow goes on', async () => {
  // given a start without the amount
  const flow = new Driver(await loadFlow('script-task')).start({ other: 1 });
  expect(flow.summary).toMatchObject({ state: 'incident', tokens: [{ element: 't' }] });
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({
    element: 't',
    code: 'expression.name-unknown',
    params: { name: 'amount' },
    expression: '($log(amount); amount * 2)',
    input: { other: 1 },
  });
  // when somebody sets it and retries
  flow.send({ type: 'set-variables', variables: { amount: 2 } });
  flow.send({ type: 'retry', incident: incident!.incident });
  // then it is done
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { other: 1, amount: 2, double: 4 } });
  expect(flow.elements('entered')).toEqual(['s', 't', 'e']);
});
