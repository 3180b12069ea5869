import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a none throw event is a milestone in the history', async () => {
  const flow = new Driver(await loadFlow('none-throw')).start();
  expect(flow.elements('completed')).toEqual(['s', 't', 'e']);
});

test('message throw and message end events publish', async () => {
  // given both in one flow; when it runs
  const flow = new Driver(await loadFlow('message-throw')).start({ order: 'A', amount: 3 });
  // then two messages went out
  expect(flow.effects.filter((effect) => effect.type === 'publish')).toEqual([
    { type: 'publish', name: 'paid', correlationKey: 'A', variables: { total: 3 } },
    { type: 'publish', name: 'paid', correlationKey: null, variables: {} },
  ]);
  expect(flow.summary.state).toBe('completed');
});

test('an escalation reaches the non-interrupting boundary event while the work goes on', async () => {
  // given a sub-process that escalates; when it runs
  const flow = new Driver(await loadFlow('escalation')).start();
  // then both the manager and the one inside have work
  expect(flow.waiting).toEqual(['manager', 'u']);
});

test('an escalation that nobody catches is recorded, and the flow goes on', async () => {
  const flow = new Driver(await loadFlow('escalation-uncaught')).start();
  expect(flow.elements('completed')).toEqual(['s', 't', 'e']);
  expect(flow.summary.state).toBe('completed');
});

test('a catcher for exactly the code of an escalation goes before one for all', async () => {
  const flow = new Driver(await loadFlow('escalation-exact')).start();
  expect(flow.elements('completed')).toContain('exact');
  expect(flow.elements('completed')).not.toContain('any');
});
