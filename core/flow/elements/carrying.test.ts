import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('data objects, stores and properties are variables; associations carry between them', async () => {
  // given an order; when its amount is doubled by a task that knows it as its own input
  const flow = new Driver(await loadFlow('data')).start({ order: { amount: 5 } });
  // then the output is where its assignment says, and the input is not left behind
  expect(flow.summary.variables).toMatchObject({ order: { amount: 5, total: 10 }, stock: null, note: null });
  expect(flow.summary.variables).not.toHaveProperty('value');
});

test('data of a sub-process shadows what is around it, and stays inside', async () => {
  const flow = new Driver(await loadFlow('data')).start({ order: { amount: 5 } });
  // given data inside of the same name as outside, filled by an association
  expect(flow.summary.scopes).toMatchObject([{ element: 'sub', variables: { note: 11 } }]);
  expect([...flow.waits.values()]).toMatchObject([{ form: { fields: [{ id: 'price', value: 11 }] } }]);
  // when a person gives what goes to the store outside, and the inner data is set
  flow.fire('u', { price: 7 });
  // then only the store is changed
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { stock: 7, note: null } });
});

test('data of a sub-process is empty at its beginning, whatever has its name around it', async () => {
  const flow = new Driver(await loadFlow('data-shadows')).start({ note: 'outer' });
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { note: 'outer', seen: null } });
});
