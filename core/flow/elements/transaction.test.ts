import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const started = async (name: string): Promise<Driver> =>
  new Driver(await loadFlow(`transaction-${name}`)).start();

const undone = (flow: Driver): string[] => flow.elements('completed').filter((id) => id.startsWith('undo'));

test('a cancel end stops what runs, undoes what completed, and then leaves by the cancel boundary', async () => {
  // given a transaction in which two activities completed and two wait
  const flow = await started('cancel');
  expect(flow.waiting).toEqual(['beside', 'decide']);
  // when it is cancelled
  flow.fire('decide');
  // then what ran is stopped at once, and the transaction is there until all is undone
  expect(flow.elements('cancelled')).toEqual(['beside']);
  expect(flow.waiting).toEqual(['undo_a']);
  expect(undone(flow)).toEqual(['undo_b']);
  flow.fire('undo_a');
  expect(flow.waiting).toEqual(['sorry']);
  expect(flow.elements('cancelled')).toEqual(['beside', 'tx']);
  expect(flow.summary.scopes).toEqual([]);
  flow.fire('sorry');
  expect(flow.summary.state).toBe('completed');
});

test('an error that leaves a transaction undoes nothing', async () => {
  const flow = (await started('hazard')).fire('u');
  expect(undone(flow)).toEqual([]);
  expect(flow.waiting).toEqual(['repair']);
});

test('a transaction that has completed can be undone from outside', async () => {
  const flow = await started('completed');
  expect(undone(flow)).toEqual(['undo_a']);
  expect(flow.waiting).toEqual(['u']);
});

test('without a cancel boundary nothing goes on from a cancelled transaction', async () => {
  const flow = await started('uncaught');
  expect(undone(flow)).toEqual(['undo_a']);
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
  expect(flow.elements('completed')).not.toContain('after');
});

test('a cancelled transaction listens to nothing any more', async () => {
  const flow = (await started('listening')).fire('es');
  expect(flow.waiting).toEqual(['es', 'h', 'u']);
  flow.fire('u');
  expect(flow.waiting).toEqual(['sorry']);
  expect(flow.elements('cancelled').toSorted()).toEqual(['esp', 'h', 'tx']);
});

test('a transaction that repeats is cancelled as a whole, whichever of its iterations says so', async () => {
  // given one iteration that has completed, and two that wait
  const flow = await started('multi-instance');
  flow.fireAt('d', 0, { no: false });
  expect(flow.waiting).toEqual(['d', 'd']);
  // when one of them is cancelled
  flow.fireAt('d', 0, { no: true });
  // then the other has stopped, what completed in all three is undone, and only the cancel boundary goes on
  expect(undone(flow)).toEqual(['undo_a', 'undo_a', 'undo_a']);
  expect(flow.summary.tokens).toEqual([{ element: 'sorry' }]);
  expect(flow.fire('sorry').summary.state).toBe('completed');
  expect(flow.elements('entered')).not.toContain('after');
});

test('a cancelled loop of transactions without a cancel boundary does not go on either', async () => {
  const flow = (await started('loop-uncaught')).fire('d', { no: false }).fire('d', { no: true });
  expect(undone(flow)).toEqual(['undo_a', 'undo_a']);
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
  expect(flow.elements('entered')).not.toContain('after');
});
