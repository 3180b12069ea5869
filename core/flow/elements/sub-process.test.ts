import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a sub-process has variables of its own; what was made inside leaves it, what was mapped in does not', async () => {
  // given amount mapped in under the same name
  const flow = new Driver(await loadFlow('sub-process')).start({ amount: 10 });
  expect(flow.waiting).toEqual(['u']);
  expect(flow.summary.tokens).toEqual([{ element: 'sub' }, { element: 'u', scope: 2 }]);
  // when the person inside sets an outer and an inner name
  flow.fire('u', { amount: 99, comment: 'fine' });
  // then the outer amount is untouched
  expect(flow.summary).toMatchObject({
    state: 'completed',
    variables: { amount: 10, inner: 21, comment: 'fine' },
  });
});

test('with outputs of its own, only these leave a sub-process; it may begin without a start event', async () => {
  const flow = new Driver(await loadFlow('sub-process-outputs')).start();
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { shown: 42 } });
  expect(flow.summary.variables).not.toHaveProperty('secret');
});

test('variables inside a sub-process are shown and repaired by its scope', async () => {
  // given a sub-process with an amount of its own
  const flow = new Driver(await loadFlow('sub-process')).start({ amount: 10 });
  expect(flow.summary.scopes).toEqual([{ id: 2, element: 'sub', variables: { amount: 20, inner: 21 } }]);
  // when it is set there
  flow.send({ type: 'set-variables', scope: 2, variables: { amount: 7 } });
  // then the outer one is untouched
  expect(flow.summary.scopes[0]!.variables['amount']).toBe(7);
  expect(flow.summary.variables['amount']).toBe(10);
});
