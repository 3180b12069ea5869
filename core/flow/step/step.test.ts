import { expect, test } from 'vitest';
import { Driver } from './testing/driver.ts';
import { flowOf, chain, loadFlow, processXml } from './testing/load-flow.ts';

test('a loop without waits is stopped as an incident', async () => {
  // given a flow that goes in circles
  const flow = new Driver(await loadFlow('endless-loop'));
  // when it starts
  flow.start({ again: true });
  // then it is stopped, and goes on once repaired
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({ code: 'flow.step-limit' });
  flow.send({ type: 'set-variables', variables: { again: false } });
  flow.send({ type: 'retry', incident: incident!.incident });
  expect(flow.summary.state).toBe('completed');
});

test('an activity takes every conditional flow that is true, and the default where none is', async () => {
  const graph = await loadFlow('conditional-flow');
  const ran = (n: number) =>
    new Driver(graph)
      .start({ n })
      .elements('completed')
      .filter((id) => /^(a|b|rest)$/.test(id));
  expect(ran(0)).toEqual(['rest']);
  expect(ran(2)).toEqual(['a']);
  expect(ran(3)).toEqual(['a', 'b']);
});

test('a flow without a condition is taken beside those that have one, and beside the default', async () => {
  const graph = await loadFlow('conditional-flow-beside');
  const ran = (n: number) =>
    new Driver(graph)
      .start({ n })
      .elements('completed')
      .filter((id) => /^(a|b|rest|always)$/.test(id))
      .toSorted();
  expect(ran(0)).toEqual(['always', 'rest']);
  expect(ran(2)).toEqual(['a', 'always']);
  expect(ran(3)).toEqual(['a', 'always', 'b']);
});

test('several incoming flows without a gateway run the activity anew for each token', async () => {
  const flow = new Driver(await loadFlow('conditional-flow')).start({ n: 3 });
  expect(flow.elements('completed').filter((id) => id === 'e')).toHaveLength(2);
});

test('cancel terminates, closes all waits and abandons calls', async () => {
  // given an instance that waits in two places, one of them a call
  const graph = await flowOf(
    processXml(`<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/><bpmn:userTask id="u"/>
    <bpmn:serviceTask id="t"><bpmn:extensionElements><relata:task type="x"/></bpmn:extensionElements></bpmn:serviceTask>
    ${chain('s', 'g', 'u')}${chain('g', 't')}`),
  );
  const flow = new Driver(graph).start();
  expect([flow.waits.size, flow.calls.size]).toEqual([1, 1]);
  // when it is cancelled
  flow.send({ type: 'cancel', reason: 'duplicate' });
  // then nothing is left, and the answer that comes late is ignored
  expect([flow.waits.size, flow.calls.size]).toEqual([0, 0]);
  expect(flow.summary).toMatchObject({ state: 'terminated', tokens: [] });
  expect(flow.elements('cancelled').sort()).toEqual(['t', 'u']);
  const before = flow.effects.length;
  flow.send({ type: 'answer', ask: 4, result: { ok: true, value: null } });
  expect(flow.effects).toHaveLength(before);
});

test('suspended goes over incident, incident over active', async () => {
  const flow = new Driver(await loadFlow('script-task')).start();
  expect(flow.summary.state).toBe('incident');
  flow.send({ type: 'suspend' });
  expect(flow.summary.state).toBe('suspended');
  flow.send({ type: 'resume' });
  expect(flow.summary.state).toBe('incident');
});

test('an expression beyond the compiled subset is evaluated outside, once', async () => {
  // given a script that the compiler does not cover
  const source = '$map([1,2], function($v){ $v * n }) ~> | $ | {} |';
  const inner = `<bpmn:startEvent id="s"/><bpmn:scriptTask id="t" relata:resultVariable="r"><bpmn:script>${source}</bpmn:script></bpmn:scriptTask>${chain('s', 't')}`;
  const flow = new Driver(await flowOf(processXml(inner)), { evaluations: { [source]: [2, 4] } });
  // when it runs
  flow.start({ n: 2 });
  // then it was asked for with its variables, and the flow went on with the answer
  expect(flow.effects.filter((effect) => effect.type === 'evaluate')).toEqual([
    { type: 'evaluate', ask: 2, element: 't', source, scope: { n: 2 }, bindings: {} },
  ]);
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { r: [2, 4] } });
});

test('$get reads the record and goes on', async () => {
  const inner = `<bpmn:startEvent id="s"/><bpmn:scriptTask id="t" relata:resultVariable="r"><bpmn:script>$get("account", who).name</bpmn:script></bpmn:scriptTask>${chain('s', 't')}`;
  const flow = new Driver(await flowOf(processXml(inner)), { records: { 'account/a1': { name: 'Acme' } } });
  flow.start({ who: 'a1' });
  expect(flow.effects).toContainEqual({
    type: 'read',
    ask: 2,
    records: [{ entity: 'account', id: 'a1', paths: ['*'] }],
  });
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { r: 'Acme' } });
});

test.each([
  ['none', []],
  ['activity', ['s', 't', 'e1']],
  ['full', ['s', 't', 'g', 'e1']],
])('history level %s records %j', async (level, expected) => {
  const graph = { ...(await loadFlow('benchmark')), history: level as 'none' };
  const flow = new Driver(graph).start({ n: 100 });
  expect(flow.elements('completed')).toEqual(expected);
  expect(flow.elements('taken')).toEqual(level === 'full' ? ['f_s_t', 'f_t_g', 'f_g_e1'] : []);
});

test('what is done and only has not gone on yet is not cancelled as well', async () => {
  // given an activity that has completed, and whose ways had to be asked for
  const flow = new Driver(
    await flowOf(
      processXml(
        `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:task id="one"/><bpmn:sequenceFlow id="way" sourceRef="u" targetRef="one"><bpmn:conditionExpression>missing</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:task id="other"/>${chain('s', 'u', 'other')}`,
      ),
    ),
  )
    .start()
    .fire('u');
  expect(flow.incidents.size).toBe(1);
  // when the instance is cancelled meanwhile
  flow.send({ type: 'cancel' });
  // then its history says once what became of it
  expect(flow.history.filter(({ element }) => element === 'u').map(({ event }) => event)).toEqual([
    'entered',
    'completed',
  ]);
});
