import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow, loadFlows } from '../step/testing/load-flow.ts';

/** Runs to the user task of the called flow. */
const called = async () => {
  const flows = await loadFlows('call-activity');
  const caller = new Driver(flows['caller']!, { flows }).start({ amount: 4, key: 'K1' });
  return { caller, child: caller.child('c') };
};

test('a call activity starts an instance of its own: data in, business key, data out', async () => {
  const { caller, child } = await called();
  // given what was mapped in, and nothing else
  expect(child.summary).toMatchObject({ state: 'active', businessKey: 'K1', variables: { amount: 8 } });
  expect(caller.summary.tokens).toEqual([{ element: 'c' }]);
  // when the called instance ends
  child.fire('u', { way: '' });
  // then its caller goes on with what was mapped out
  expect(child.summary.state).toBe('completed');
  expect(caller.summary).toMatchObject({
    state: 'completed',
    variables: { amount: 4, key: 'K1', answer: '8K1!' },
  });
  expect(caller.summary.variables).not.toHaveProperty('result');
  expect(caller.waits.size).toBe(0);
});

test('an error that nobody catches there is an error of the call activity', async () => {
  const { caller, child } = await called();
  child.fire('u', { way: 'refuse' });
  expect(child.summary.state).toBe('failed');
  expect(caller.summary).toMatchObject({
    state: 'completed',
    variables: { code: 'refused', why: 'Refused' },
  });
  expect(caller.elements('completed')).toContain('e_error');
});

test('an escalation reaches a non-interrupting catcher of the caller, and both go on', async () => {
  const { caller, child } = await called();
  child.fire('u', { way: 'note' });
  expect(child.summary.state).toBe('completed');
  expect(caller.summary.state).toBe('completed');
  expect(caller.elements('completed')).toEqual(expect.arrayContaining(['b_note', 'e_note', 'c', 'e']));
});

test('an interrupting catcher of the caller ends the called instance where it threw', async () => {
  const { caller, child } = await called();
  child.fire('u', { way: 'stop' });
  expect(child.summary.state).toBe('terminated');
  expect(child.elements('entered')).not.toContain('t');
  expect(caller.summary).toMatchObject({ state: 'completed', variables: { code: 'stop' } });
  expect(caller.elements('cancelled')).toEqual(['c']);
});

test('an escalation that nobody catches anywhere is only recorded', async () => {
  const { caller, child } = await called();
  child.fire('u', { way: 'other' });
  expect([child.summary.state, caller.summary.state]).toEqual(['completed', 'completed']);
});

test('an escalation goes up through callers that do not catch it', async () => {
  const flows = await loadFlows('call-activity-escalation-upwards');
  const top = new Driver(flows['top']!, { flows }).start();
  const middle = top.child('c');
  expect(top.elements('completed')).toContain('caught');
  expect([middle.summary.state, middle.child('c2').summary.state]).toEqual(['terminated', 'terminated']);
});

test('when the call activity is interrupted or its instance cancelled, so is the called one', async () => {
  const first = await called();
  first.caller.advance(86_400_000);
  expect(first.caller.elements('completed')).toContain('e_time');
  expect(first.child.summary.state).toBe('terminated');
  const second = await called();
  second.caller.send({ type: 'cancel' });
  expect(second.child.summary.state).toBe('terminated');
});

test('a called instance that somebody ends stops its caller, whose retry calls anew', async () => {
  const { caller, child } = await called();
  child.send({ type: 'cancel' });
  const [incident] = [...caller.incidents.values()];
  expect(incident).toMatchObject({ element: 'c', code: 'flow.called-cancelled', params: { flow: 'called' } });
  caller.send({ type: 'retry', incident: incident!.incident });
  caller.child('c').fire('u', { way: '' });
  expect(caller.summary.state).toBe('completed');
});

test('a late end of a called instance is nothing to a caller that no longer waits', async () => {
  const { caller, child } = await called();
  const { ask } = child.state!.caller!;
  caller.advance(86_400_000);
  const before = caller.effects.length;
  caller.send({ type: 'answer', ask, result: { ok: true, value: {} } });
  expect(caller.effects).toHaveLength(before);
});

test('everything goes in and out where it is said; the called flow may be an expression', async () => {
  const flows = await loadFlows('call-activity-all');
  const flow = new Driver(flows['outer']!, { flows }).start({ n: 5, m: 10 });
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { n: 1, m: 10, made: 11 } });
});

test('what a called flow was given and left alone does not undo what a branch changed meanwhile', async () => {
  // given a called flow that has all variables, and waits
  const flows = await loadFlows('call-activity-all');
  const inner = structuredClone(flows['inner']!);
  inner.nodes['t'] = { ...inner.nodes['t']!, type: 'userTask', work: { form: null } };
  const flow = new Driver(flows['outer']!, { flows: { inner } }).start({ n: 5, m: 10, k: 1 });
  // when one variable changes here, another there, and the called flow ends
  flow.send({ type: 'set-variables', variables: { m: 20 } });
  flow.child('c').fire('t', { k: 2 });
  // then both changes stay, and what was mapped in on purpose comes back
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { n: 1, m: 20, k: 2 } });
});

test('a flow that is not there is an incident', async () => {
  const flow = new Driver((await loadFlows('call-activity'))['caller']!).start({ amount: 1, key: 'K' });
  expect([...flow.incidents.values()]).toMatchObject([
    { element: 'c', code: 'flow.called-missing', params: { flow: 'called' } },
  ]);
});

test('flows that call each other without end are stopped with an incident', async () => {
  const endless = await loadFlow('call-activity-endless');
  let flow = new Driver(endless, { flows: { endless } }).start();
  let depth = 0;
  for (; flow.children.size > 0; depth++) flow = flow.child('c');
  expect(depth).toBe(100);
  expect([...flow.incidents.values()]).toMatchObject([{ code: 'flow.call-depth', params: { limit: 100 } }]);
});

test('a call activity that repeats calls once for each element, and an error ends the other calls', async () => {
  // given a call for each of three
  const flows = await loadFlows('call-activity');
  const graph = structuredClone(flows['caller']!);
  graph.nodes['c']!.loop = {
    kind: 'multi',
    isSequential: false,
    behavior: 'all',
    collection: '[1, 2, 3]',
    elementVariable: 'amount',
  };
  const caller = new Driver(graph, { flows }).start({ amount: 0, key: 'K1' });
  expect(caller.effects.filter((effect) => effect.type === 'invoke').map((call) => call.variables)).toEqual([
    { amount: 2 },
    { amount: 4 },
    { amount: 6 },
  ]);
  // when the last of them fails
  caller.child('c').fire('u', { way: 'refuse' });
  // then the boundary event of the activity has caught it, and the others were called off
  expect(caller.summary).toMatchObject({ state: 'completed', variables: { code: 'refused' } });
  expect(caller.effects.filter((effect) => effect.type === 'abandon')).toHaveLength(2);
});

test('a called flow is about the same record, and has the business key of its caller where it is given none', async () => {
  const flows = await loadFlows('call-activity');
  const { businessKey: _, ...call } = flows['caller']!.nodes['c']!.call!;
  const c = { ...flows['caller']!.nodes['c']!, call };
  const caller = { ...flows['caller']!, nodes: { ...flows['caller']!.nodes, c } };
  const subject = { entity: 'opportunity', id: 'o1' };
  const flow = new Driver(caller, { flows }).start({ amount: 1 }, { businessKey: 'K9', subject });
  expect(flow.child('c').summary).toMatchObject({ businessKey: 'K9', subject });
});

test('a called instance that somebody ends is an error that a model may be prepared for', async () => {
  const flows = await loadFlows('call-activity');
  const event = { kind: 'error' as const, code: null, codeVariable: 'code' };
  const nodes = { ...flows['caller']!.nodes, b_error: { ...flows['caller']!.nodes['b_error']!, event } };
  const flow = new Driver({ ...flows['caller']!, nodes }, { flows }).start({ amount: 1, key: 'K' });
  flow.child('c').send({ type: 'cancel' });
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { code: 'flow.called-cancelled' } });
  expect(flow.elements('completed')).toContain('e_error');
});
