import { expect, test } from 'vitest';
import { step } from '../../step/index.ts';
import { Driver } from '../../step/testing/driver.ts';
import { chain, flowOf, loadFlow, processXml } from '../../step/testing/load-flow.ts';
import { processorSeconds } from '../../../../tests/support/processor-seconds.ts';

const names = ['anna', 'bo', 'chen'];
const assignees = (flow: Driver): (string | null)[] =>
  [...flow.waits.values()].flatMap((wait) => (wait.kind === 'work-item' ? [wait.assignee] : []));

test('a sequential multi-instance runs one after the other, and collects in order', async () => {
  // given a task for each of three people
  const flow = new Driver(await loadFlow('multi-instance-sequential')).start({ names });
  // when they do it, one after the other
  for (const name of names) {
    expect(assignees(flow)).toEqual([name]);
    flow.fire('u', { ok: name !== 'bo' });
  }
  // then the answers are collected, and nothing else of the iterations is left
  expect(flow.summary).toMatchObject({ state: 'completed', scopes: [] });
  expect(flow.summary.variables).toEqual({
    names,
    answers: [
      { who: 'anna', n: 1, ok: true },
      { who: 'bo', n: 2, ok: false },
      { who: 'chen', n: 3, ok: true },
    ],
  });
  expect(flow.history.filter((entry) => entry.element === 'u').map((entry) => entry.iteration)).toEqual([
    1, 1, 2, 2, 3, 3,
  ]);
});

test('a parallel multi-instance opens all at once and collects in order, whoever is first', async () => {
  // given a task for each of three people, of which two are enough
  const flow = new Driver(await loadFlow('multi-instance-parallel')).start({ names });
  expect(assignees(flow)).toEqual(names);
  expect(flow.waiting).toEqual(['late', 'u', 'u', 'u']);
  // when the last does it first
  flow.fireAt('u', 2, { ok: 'third' });
  expect(flow.summary.state).toBe('active');
  flow.fireAt('u', 0, { ok: 'first' });
  // then the completion condition cancels the one that is left, and the boundary timer closes
  expect(flow.waits.size).toBe(0);
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { answers: ['first', 'third'] } });
  expect(flow.history.filter((entry) => entry.event === 'cancelled')).toMatchObject([
    { element: 'u', iteration: 2 },
  ]);
});

test('an interrupting boundary event ends all instances', async () => {
  const flow = new Driver(await loadFlow('multi-instance-parallel')).start({ names });
  flow.advance(86_400_000);
  expect(flow.waits.size).toBe(0);
  expect(flow.summary).toMatchObject({ state: 'completed', scopes: [] });
  expect(flow.elements('cancelled')).toEqual(['u', 'u', 'u']);
  expect(flow.elements('completed')).toEqual(['s', 'late', 'e2']);
});

test('an empty collection passes by, with an empty result; one value alone is a list of one', async () => {
  const graph = await loadFlow('multi-instance-parallel');
  expect(new Driver(graph).start({ names: [] }).summary).toMatchObject({
    state: 'completed',
    variables: { answers: [] },
  });
  expect(assignees(new Driver(graph).start({ names: 'anna' }))).toEqual(['anna']);
  expect(new Driver(graph).start({ names: null }).summary).toMatchObject({
    state: 'completed',
    variables: { answers: [] },
  });
});

test('instances see which they are, and how many there were, are active, completed and terminated', async () => {
  // given three, one after the other; when they run
  const flow = new Driver(await loadFlow('multi-instance-counters')).start({ count: 3 });
  // then the number of instances is always the sum of the others
  expect(flow.summary.variables['seen']).toEqual([
    [1, 1, 1, 0, 0],
    [2, 2, 1, 1, 0],
    [3, 3, 1, 2, 0],
  ]);
});

test('without a collection for what comes out, what an iteration made is there for the next, and behind the activity', async () => {
  // given two user tasks, one after the other, whose assignee is what the first has said
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:userTask id="u"><bpmn:extensionElements><relata:assignment assignee="next"/></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask><bpmn:endEvent id="e"/>${chain('s', 'u', 'e')}`,
  );
  const flow = new Driver(await flowOf(xml)).start({ next: 'anna' });
  flow.fire('u', { next: 'bo', note: 'first' });
  expect(assignees(flow)).toEqual(['bo']);
  flow.fire('u', { more: 'second' });
  expect(flow.summary.variables).toEqual({ next: 'bo', note: 'first', more: 'second' });
});

test('those that still run at once are counted as active', async () => {
  // given three at once, and enough when one is left
  const graph = await loadFlow('multi-instance-parallel');
  const node = graph.nodes['u']!;
  const loop = { ...node.loop!, completionCondition: 'numberOfActiveInstances = 1' };
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, u: { ...node, loop } } }).start({ names });
  expect(flow.fireAt('u', 0, { ok: 1 }).summary.state).toBe('active');
  expect(flow.fireAt('u', 0, { ok: 2 }).summary.state).toBe('completed');
  expect(flow.elements('cancelled')).toEqual(['u']);
});

test.each([['"many"'], ['2.5'], ['-1']])('a cardinality of %s is an incident', async (count) => {
  const flow = new Driver(await loadFlow('multi-instance-counters')).start({ count: JSON.parse(count) });
  expect([...flow.incidents.values()]).toMatchObject([
    { code: 'flow.cardinality-invalid', expression: 'count' },
  ]);
});

test('a million by a typo is an incident that a correction repairs', async () => {
  const flow = new Driver(await loadFlow('multi-instance-counters')).start({ count: 1_000_000 });
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({ code: 'flow.iterations-too-many', params: { count: 1_000_000 } });
  flow.send({ type: 'set-variables', variables: { count: 2 } });
  flow.send({ type: 'retry', incident: incident!.incident });
  expect(flow.summary.state).toBe('completed');
});

test('a sub-process runs once for each element, each in a scope of its own', async () => {
  // given three orders
  const flow = new Driver(await loadFlow('multi-instance-sub-process')).start({
    orders: [1, 2, 3],
    price: 10,
  });
  expect(flow.waiting).toEqual(['check', 'check', 'check']);
  // when the second is done first
  flow.fireAt('check', 1);
  expect(flow.history.filter((entry) => entry.element === 'add')).toMatchObject([
    { event: 'entered', iteration: 2 },
    { event: 'completed', iteration: 2 },
  ]);
  flow.fireAt('check', 0).fireAt('check', 0);
  // then the sums stand in the order of the orders
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { sums: [10, 20, 30] } });
});

test('an error in one instance that is caught on the activity ends all', async () => {
  // given a price that is missing; when one comes to it
  const graph = await loadFlow('multi-instance-sub-process');
  const end = { ...graph.nodes['ie']!, event: { kind: 'error' as const, code: 'no-price' } };
  const flow = new Driver({ ...graph, nodes: { ...graph.nodes, ie: end } }).start({
    orders: [1, 2],
    price: 1,
  });
  flow.fireAt('check', 0);
  // then the flow is behind the boundary event, and no instance is left
  expect(flow.waiting).toEqual(['repair']);
  expect(flow.summary.scopes).toEqual([]);
});

test('cancelling the instance ends every iteration', async () => {
  const flow = new Driver(await loadFlow('multi-instance-sub-process')).start({ orders: [1, 2], price: 1 });
  flow.send({ type: 'cancel' });
  expect(flow.waits.size).toBe(0);
  expect(flow.elements('cancelled')).toEqual(['check', 'sub', 'check', 'sub']);
});

const loop =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
const call = '<bpmn:extensionElements><relata:task type="x"/></bpmn:extensionElements>';

test.each([
  ['task', '', ''],
  ['manualTask', '', ''],
  ['userTask', '', ''],
  ['serviceTask', call, ''],
  ['businessRuleTask', call, ''],
  ['sendTask', '', 'messageRef="m"'],
  ['receiveTask', '', 'messageRef="m"'],
  ['scriptTask', '', ''],
  ['subProcess', '', ''],
])('a %s runs as often as its cardinality says', async (type, inside, attributes) => {
  // given three of it
  const content = type === 'scriptTask' ? '<bpmn:script>1</bpmn:script>' : '';
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:${type} id="x" ${attributes}>${inside}${loop}${content}</bpmn:${type}><bpmn:endEvent id="e"/>${chain('s', 'x', 'e')}`,
    { around: '<bpmn:message id="m" name="paid"/>' },
  );
  // when it runs
  const flow = new Driver(await flowOf(xml), { tasks: { x: () => ({ ok: true, value: 1 }) } }).start();
  while (flow.waits.size > 0) flow.fire('x');
  // then three have completed, and one token went on
  expect(flow.summary.state).toBe('completed');
  const ofIt = (event: string) =>
    flow.history.filter((entry) => entry.element === 'x' && entry.event === event);
  expect(ofIt('completed').map((entry) => entry.iteration)).toEqual([1, 2, 3]);
  expect(flow.elements('taken')).toEqual(['f_s_x', 'f_x_e']);
});

test('20,000 instances are answered in seconds, not in minutes', async () => {
  // given as many calls, one after the other answered
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:serviceTask id="x">${call}${loop.replace('>3<', '>20000<')}</bpmn:serviceTask>${chain('s', 'x')}`,
  );
  const graph = await flowOf(xml);
  const began = processorSeconds();
  const { state, effects } = step(graph, null, {
    type: 'start',
    instance: 'i',
    variables: {},
    now: 0,
    actor: 'u',
  });
  for (const effect of effects)
    if (effect.type === 'call')
      step(graph, state, {
        type: 'answer',
        ask: effect.ask,
        result: { ok: true, value: 1 },
        now: 0,
        actor: 'u',
      });
  expect(state.status).toBe('completed');
  expect(processorSeconds() - began).toBeLessThan(15);
}, 120_000);

test('an iteration that somebody did by hand is done, and the others go on', async () => {
  // given three calls, of which two have stopped
  const flow = new Driver(
    await flowOf(
      processXml(
        `<bpmn:startEvent id="s"/><bpmn:serviceTask id="call"><bpmn:extensionElements><relata:task type="t"/></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask><bpmn:endEvent id="e"/>${chain('s', 'call', 'e')}`,
      ),
    ),
  ).start();
  const failure = { code: 'broken', message: 'Broken', expected: false };
  for (let stopped = 0; stopped < 2; stopped++) flow.answer('call', { ok: false, failure });
  // when both are resolved, and the third is answered
  for (const incident of [...flow.incidents.keys()]) flow.send({ type: 'resolve', incident });
  flow.answer('call', { ok: true, value: null });
  // then all are done, each once
  expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
  expect(flow.elements('completed').filter((id) => id === 'call')).toHaveLength(3);
});

test('one whose condition stopped it is not done twice, whoever says that it is resolved', async () => {
  const flow = new Driver(
    await flowOf(
      processXml(
        `<bpmn:startEvent id="s"/><bpmn:userTask id="u"><bpmn:standardLoopCharacteristics><bpmn:loopCondition>isMore</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:userTask><bpmn:endEvent id="e"/>${chain('s', 'u', 'e')}`,
      ),
    ),
  )
    .start()
    .fire('u');
  const [incident] = flow.incidents.keys();
  flow.send({ type: 'resolve', incident: incident!, variables: { isMore: false } });
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed')).toEqual(['s', 'u', 'e']);
});
