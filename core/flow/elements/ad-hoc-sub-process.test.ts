import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const started = async (name: string, variables = {}): Promise<Driver> =>
  new Driver(await loadFlow(`ad-hoc-${name}`)).start(variables);

const activate = (flow: Driver, ...elements: string[]): Driver =>
  flow.send({ type: 'activate', scope: flow.summary.scopes[0]!.id, elements });

test('nothing begins by itself; people activate what they choose, again too', async () => {
  // given an ad-hoc sub-process in which c follows b
  const flow = await started('parallel');
  expect(flow.waiting).toEqual([]);
  expect(flow.summary).toMatchObject({ state: 'active', scopes: [{ element: 'adhoc', parts: ['a', 'b'] }] });
  // when a is activated twice, and b
  activate(flow, 'a', 'b');
  activate(flow, 'a');
  expect(flow.waiting).toEqual(['a', 'a', 'b']);
  // then it goes on within by the flow, and ends when nothing runs any more
  flow.fire('b');
  expect(flow.waiting).toEqual(['a', 'a', 'c']);
  flow.fire('a').fire('a').fire('c');
  expect(flow.waiting).toEqual(['after']);
  expect(flow.summary.scopes).toEqual([]);
});

test('what cannot be activated changes nothing', async () => {
  const flow = await started('parallel');
  const before = JSON.stringify(flow.state);
  activate(flow, 'a', 'c');
  flow.send({ type: 'activate', scope: 99, elements: ['a'] });
  expect(JSON.stringify(flow.state)).toBe(before);
});

test('its condition is asked whenever something has completed; what still runs is then cancelled', async () => {
  const flow = await started('condition');
  activate(flow, 'a', 'b', 'c').fire('a');
  expect(flow.waiting).toEqual(['b', 'c']);
  flow.fire('c');
  expect(flow.elements('cancelled')).toEqual(['b']);
  expect(flow.waiting).toEqual(['after']);
});

test('while its condition is false it waits for more to be activated', async () => {
  const flow = await started('condition');
  activate(flow, 'a').fire('a');
  expect(flow.waiting).toEqual([]);
  activate(flow, 'b').fire('b');
  expect(flow.waiting).toEqual(['after']);
});

test('where the rest is not cancelled it is waited for, and nothing else begins', async () => {
  const flow = await started('waits');
  activate(flow, 'a', 'b').fire('a');
  expect(flow.waiting).toEqual(['b']);
  expect(flow.summary.scopes[0]).not.toHaveProperty('parts', ['a', 'b', 'c']);
  activate(flow, 'c');
  expect(flow.waiting).toEqual(['b']);
  flow.fire('b');
  expect(flow.waiting).toEqual(['after']);
});

test('sequential: one after the other, in the order in which they were chosen', async () => {
  const flow = await started('sequential');
  expect(flow.waiting).toEqual(['a']);
  activate(flow, 'c');
  expect(flow.waiting).toEqual(['a']);
  flow.fire('a');
  expect(flow.waiting).toEqual(['b']);
  flow.fire('b');
  expect(flow.waiting).toEqual(['c']);
  flow.fire('c');
  expect(flow.waiting).toEqual(['after']);
});

test('a rule activates by what has completed, each element once', async () => {
  // given a rule that looks at the result of a check
  const flow = await started('rule', { amount: 500 });
  // then what it chose runs, and nothing twice
  expect(flow.waiting).toEqual(['approve']);
  flow.fire('approve');
  expect(flow.elements('completed').filter((id) => /check|archive|approve/.test(id))).toEqual([
    'check',
    'archive',
    'approve',
  ]);
  expect(flow.waiting).toEqual(['after']);
  expect((await started('rule', { amount: 5 })).elements('completed')).not.toContain('approve');
});

test('a rule that names nothing that can be activated is an incident', async () => {
  const flow = await started('rule-wrong', { chosen: 'nobody' });
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({ element: 'adhoc', code: 'flow.ad-hoc-activate' });
  flow.send({ type: 'set-variables', variables: { chosen: 'b' } });
  flow.send({ type: 'retry', incident: incident!.incident });
  expect(flow.waiting).toEqual(['b']);
});

test('a condition that is neither true nor false is an incident, and what completes meanwhile counts', async () => {
  const flow = (await started('condition-wrong', { enough: 1 })).fire('a');
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({ element: 'adhoc', code: 'flow.ad-hoc-condition' });
  expect(flow.incidents.size).toBe(1);
  flow.send({ type: 'set-variables', variables: { enough: true } });
  flow.send({ type: 'retry', incident: incident!.incident });
  expect(flow.waiting).toEqual(['after']);
});

test('an event sub-process in it waits as long as it does', async () => {
  const flow = await started('event-sub-process');
  activate(flow, 'a').fire('a');
  expect(flow.waiting).toEqual(['es']);
  flow.fire('es');
  activate(flow, 'b');
  expect(flow.waiting).toEqual(['b', 'es', 'h']);
  flow.fire('b');
  expect(flow.waiting).toEqual(['after']);
});

test('one that its event sub-process interrupted ends with that, whatever its condition says', async () => {
  const flow = activate(await started('interrupted'), 'a').fire('es');
  expect(flow.waiting).toEqual(['h']);
  expect(flow.summary.scopes[0]!.parts).toBeUndefined();
  expect(flow.fire('h').waiting).toEqual(['after']);
  expect(flow.elements('completed')).toContain('adhoc');
});
