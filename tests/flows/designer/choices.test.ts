import { expect, test } from 'vitest';
import { chain } from '../../../core/flow/step/testing/load-flow.ts';
import { formal } from '../../../designer/moddle/formal.ts';
import { drawn } from './drawn.ts';

const script = (id: string): string =>
  `<bpmn:scriptTask id="${id}"><bpmn:script>1</bpmn:script></bpmn:scriptTask>`;

test('an ad-hoc sub-process says in which order, until when, and what begins by itself', async () => {
  const { create, get, set, deployed } = await drawn(
    `<bpmn:startEvent id="s"/><bpmn:adHocSubProcess id="a">${script('b')}${script('c')}</bpmn:adHocSubProcess><bpmn:endEvent id="e"/>${chain('s', 'a', 'e')}`,
  );
  set(get('a'), {
    ordering: 'Sequential',
    cancelRemainingInstances: false,
    completionCondition: formal(create, get('a'), '$count(completed) > 1'),
    'relata:activate': '["b"]',
  });
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.adHoc).toEqual({
    isSequential: true,
    isCancelling: false,
    completionCondition: '$count(completed) > 1',
    activate: '["b"]',
    parts: ['b', 'c'],
  });
});

test('a complex gateway goes on when its condition holds', async () => {
  const { create, get, set, deployed } = await drawn(
    `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="f"/>${script('b')}${script('c')}<bpmn:complexGateway id="g"/><bpmn:endEvent id="e"/>${chain('s', 'f', 'b', 'g', 'e')}${chain('f', 'c', 'g')}`,
  );
  set(get('g'), { activationCondition: formal(create, get('g'), 'activationCount >= 1') });
  const { graph, codes } = await deployed();
  expect([codes, graph!.nodes['g']!.activationCondition]).toEqual([[], 'activationCount >= 1']);
});

const message = '<bpmn:messageEventDefinition messageRef="m"/>';

test.each([
  ['Exclusive', 'exclusive'],
  ['Parallel', 'parallel'],
])('an event gateway begins a flow: %s', async (eventGatewayType, instantiates) => {
  const drawing = await drawn(
    `<bpmn:eventBasedGateway id="g"/><bpmn:intermediateCatchEvent id="b">${message}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="c">${message.replace('"m"', '"n"')}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${chain('g', 'b', 'e')}${chain('g', 'c', 'e')}`,
  );
  const { get, set, setWithRoots, deployed } = drawing;
  for (const [id, name] of [
    ['b', 'paid'],
    ['c', 'shipped'],
  ] as const) {
    const definitions = get(id).get('eventDefinitions') as [Parameters<typeof set>[0]]; // One each, as above.
    setWithRoots(definitions[0], (roots) => ({ messageRef: roots.root('bpmn:Message', name) }));
  }
  set(get('g'), { instantiate: true, eventGatewayType });
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['g']!.instantiates).toBe(instantiates);
});

test('a receive task begins a flow, and steps count tokens', async () => {
  const { get, set, setWithRoots, deployed } = await drawn(
    `<bpmn:receiveTask id="r"/>${script('b')}<bpmn:endEvent id="e"/>${chain('r', 'b', 'e')}`,
  );
  setWithRoots(get('r'), (roots) => ({ messageRef: roots.root('bpmn:Message', 'paid'), instantiate: true }));
  set(get('b'), { startQuantity: 2, completionQuantity: 3 });
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['r']!.instantiates).toBe('exclusive');
  expect(graph!.nodes['b']).toMatchObject({ startQuantity: 2, completionQuantity: 3 });
});
