import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test.each([
  [500, 'big'],
  [50, 'middle'],
  [5, 'small'],
])('an exclusive gateway with amount %i takes the way to %s', async (amount, expected) => {
  // given conditions in order and a default; when a token comes
  const flow = new Driver(await loadFlow('exclusive-gateway')).start({ amount });
  // then exactly one way is taken
  expect(flow.elements('completed')).toEqual(['s', 'g', expected, 'e']);
});

test('no true condition and no default is an incident where nothing catches it', async () => {
  // given neither condition is true; when a token comes
  const flow = new Driver(await loadFlow('exclusive-gateway-stuck')).start({ amount: 1, size: 'small' });
  // then the gateway says so
  expect([...flow.incidents.values()]).toMatchObject([{ element: 'g', code: 'gateway.no-path' }]);
  expect([...flow.incidents.values()][0]!.message).toContain('How big?');
});

test('no true condition and no default is an error that a boundary event catches', async () => {
  // given the gateway stands in a sub-process with an error boundary event; when no way is open
  const flow = new Driver(await loadFlow('exclusive-gateway-no-path')).start({ amount: 1 });
  // then the flow goes on there
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed')).toEqual(['s', 's2', 'b', 'e2']);
});

test('a condition that is no boolean is an incident with the value', async () => {
  // given an amount that makes the first false and the second a text; when a token comes
  const flow = new Driver(await loadFlow('endless-loop')).start({ again: 'yes' });
  // then it is not guessed
  expect([...flow.incidents.values()]).toMatchObject([
    { element: 'g', code: 'flow.condition-not-boolean', expression: 'again', params: { value: '"yes"' } },
  ]);
});

test('conditions read the record anew, all paths of the gateway in one read', async () => {
  // given a record with an expensive product
  const records = { 'opportunity/o1': { stage: 'engaging', product: { salesPrice: 5000 } } };
  const flow = new Driver(await loadFlow('subject-reads'), { records });
  // when a token comes to the gateway
  flow.start({}, { subject: { entity: 'opportunity', id: 'o1' } });
  // then one read asked for both paths, and nothing of the record stays in the state
  const reads = flow.effects.filter((effect) => effect.type === 'read');
  expect(reads).toEqual([
    {
      type: 'read',
      ask: 2,
      records: [{ entity: 'opportunity', id: 'o1', paths: ['product.salesPrice', 'stage'] }],
    },
  ]);
  expect(flow.waiting).toEqual(['dear']);
  expect(JSON.stringify(flow.state)).not.toContain('5000');
});

test('an expression about the record without a record is an incident', async () => {
  // given a start without a subject; when a condition reads it
  const flow = new Driver(await loadFlow('subject-reads')).start();
  // then the incident says so
  expect([...flow.incidents.values()]).toMatchObject([{ element: 'g', code: 'flow.subject-missing' }]);
});
