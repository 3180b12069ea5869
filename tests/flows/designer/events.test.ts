import { describe, expect, test } from 'vitest';
import { chain } from '../../../core/flow/step/testing/load-flow.ts';
import { undoable } from '../../../designer/moddle/compensated.ts';
import { eventDefinition, eventKinds, type EventKind } from '../../../designer/moddle/event-definition.ts';
import { withExtension, withExtensions } from '../../../designer/moddle/extension.ts';
import { formal } from '../../../designer/moddle/formal.ts';
import { idOf, type ModdleElement } from '../../../designer/moddle/moddle-element.ts';
import { offeredBeside, offeredEvents } from '../../../designer/moddle/offered-events.ts';
import { readPayload, writePayload } from '../../../designer/moddle/pairs.ts';
import { drawn, type Drawn } from './drawn.ts';

const script = (id: string): string =>
  `<bpmn:scriptTask id="${id}"><bpmn:script>1</bpmn:script></bpmn:scriptTask>`;
const sub = (inner: string, more = '', tag = 'subProcess'): string =>
  `<bpmn:startEvent id="s"/><bpmn:${tag} id="a" ${more}>${inner}</bpmn:${tag}><bpmn:endEvent id="e"/>${chain('s', 'a', 'e')}`;
const beside = `<bpmn:subProcess id="x" triggeredByEvent="true"><bpmn:startEvent id="v"/><bpmn:endEvent id="w"/>${chain('v', 'w')}</bpmn:subProcess>`;
const undone = `<bpmn:boundaryEvent id="u" attachedToRef="b"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent><bpmn:scriptTask id="h" isForCompensation="true"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:association id="k" sourceRef="u" targetRef="h"/>`;

/** A drawing with the event `v` in each place. */
const places: Record<string, string> = {
  border: `${sub(script('b'))}<bpmn:boundaryEvent id="v" attachedToRef="a"/><bpmn:endEvent id="w"/>${chain('v', 'w')}`,
  'border of a transaction': `${sub(script('b'), '', 'transaction')}<bpmn:boundaryEvent id="v" attachedToRef="a"/><bpmn:endEvent id="w"/>${chain('v', 'w')}`,
  catching: `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="v"/><bpmn:endEvent id="e"/>${chain('s', 'v', 'e')}`,
  throwing: `<bpmn:startEvent id="s"/>${script('b')}${undone}<bpmn:intermediateThrowEvent id="v"/><bpmn:endEvent id="e"/>${chain('s', 'b', 'v', 'e')}`,
  end: `<bpmn:startEvent id="s"/>${script('b')}${undone}<bpmn:endEvent id="v"/>${chain('s', 'b', 'v')}`,
  'end in a transaction': `${sub(`${script('b')}${undone}<bpmn:endEvent id="v"/>${chain('b', 'v')}`, '', 'transaction')}<bpmn:boundaryEvent id="c" attachedToRef="a"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent><bpmn:endEvent id="w"/>${chain('c', 'w')}`,
  'event sub-process': `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${chain('s', 'e')}${beside}`,
  'event sub-process of a group': sub(`${script('b')}${beside}`),
};

/** What the sections of the panel write into a definition of each kind. */
const fill: Record<EventKind, (drawing: Drawn, definition: ModdleElement) => void> = {
  timer: ({ create, set }, part) => set(part, { timeDuration: formal(create, part, 'business: PT8H') }),
  message: ({ setWithRoots }, part) =>
    setWithRoots(part, (roots) => ({
      messageRef: roots.root('bpmn:Message', 'paid'),
      'relata:correlationKey': 'order',
    })),
  signal: ({ setWithRoots }, part) =>
    setWithRoots(part, (roots) => ({ signalRef: roots.root('bpmn:Signal', 'prices') })),
  condition: ({ create, set }, part) => set(part, { condition: formal(create, part, 'x > 1') }),
  error: ({ setWithRoots }, part) =>
    setWithRoots(part, (roots) => ({ errorRef: roots.root('bpmn:Error', 'refused') })),
  escalation: ({ setWithRoots }, part) =>
    setWithRoots(part, (roots) => ({ escalationRef: roots.root('bpmn:Escalation', 'late') })),
  compensation: () => {},
  cancel: () => {},
  link: ({ set }, part) => set(part, { name: 'A' }),
  terminate: () => {},
};

const put = (drawing: Drawn, kind: EventKind): ModdleElement => putAll(drawing, [kind])[0]!;

const putAll = (drawing: Drawn, kinds: readonly EventKind[]): ModdleElement[] => {
  const made = kinds.map((kind) => drawing.create(eventKinds[kind]));
  for (const one of made) one.$parent = drawing.get('v');
  drawing.set(drawing.get('v'), { eventDefinitions: made });
  kinds.forEach((kind, index) => fill[kind](drawing, made[index]!));
  return made;
};

/** The other end of a jump and what undoes an activity are drawn, not set. */
const isSet = (code: string): boolean =>
  !/^(link-.*|compensation-handler-missing|compensation-boundary-flow)$/.test(code);

describe.each(Object.entries(places))('an event: %s', (_place, inner) => {
  test('each kind offered there is one that the server runs', async () => {
    const offered = offeredEvents((await drawn(inner)).get('v')).filter((kind) => kind !== '');
    expect(offered.length).toBeGreaterThan(4);
    for (const kind of offered) {
      // given the event in its place
      const drawing = await drawn(inner);
      // when it becomes one of this kind, filled in
      put(drawing, kind);
      // then it runs, as that kind
      const { codes } = await drawing.deployed();
      expect([kind, codes.filter(isSet)]).toEqual([kind, []]);
    }
  });

  test('what is offered beside another kind runs together with it', async () => {
    const place = (await drawn(inner)).get('v');
    for (const first of offeredEvents(place)) {
      const [beside] = first === '' ? [] : offeredBeside(place, [first]).filter((kind) => kind !== first);
      if (first === '' || !beside) continue;
      // given an event of one kind, when another comes beside it
      const drawing = await drawn(inner);
      putAll(drawing, [first, beside]);
      // then the two run
      const { codes } = await drawing.deployed();
      expect([first, beside, codes.filter(isSet)]).toEqual([first, beside, []]);
    }
  });
});

test('a record change that is waited for', async () => {
  // given a waiting event on a condition
  const drawing = await drawn(places['catching']!);
  const { create, set, deployed } = drawing;
  const definition = put(drawing, 'condition');
  // when it is about new and changed records of an entity
  const value = create('relata:Record', { entity: 'opportunity', on: 'created' });
  set(definition, {
    extensionElements: withExtension({ create, element: definition, type: 'relata:Record', value }),
  });
  // then the server listens to them
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['v']!.event).toEqual({
    kind: 'conditional',
    condition: 'x > 1',
    record: { entity: 'opportunity', on: ['created'] },
  });
});

test.each(['message', 'signal'] as const)('what travels with a %s', async (kind) => {
  const drawing = await drawn(places['throwing']!);
  const { create, set, deployed } = drawing;
  const definition = put(drawing, kind);
  const pairs = [{ name: 'total', value: 'order.total * 2' }];
  set(definition, {
    extensionElements: withExtensions({
      create,
      element: definition,
      type: 'relata:Payload',
      values: writePayload(create, pairs),
    }),
  });
  expect(readPayload(definition)).toEqual(pairs);
  expect((await deployed()).graph!.nodes['v']!.event).toMatchObject({ kind, payload: pairs });
});

test('a code that is caught is kept', async () => {
  const drawing = await drawn(places['border']!);
  const definition = put(drawing, 'escalation');
  drawing.set(definition, { 'relata:codeVariable': 'why' });
  expect((await drawing.deployed()).graph!.nodes['v']!.event).toEqual({
    kind: 'escalation',
    code: 'late',
    codeVariable: 'why',
  });
});

test('one activity is undone without waiting', async () => {
  const drawing = await drawn(places['throwing']!);
  const definition = put(drawing, 'compensation');
  const [activity] = undoable(drawing.get('v'));
  drawing.set(definition, { activityRef: activity, waitForCompletion: false });
  const { graph, codes } = await drawing.deployed();
  expect([idOf(activity), codes]).toEqual(['b', []]);
  expect(graph!.nodes['v']!.event).toEqual({ kind: 'compensation', activity: 'b', isAwaited: false });
});

test('what runs beside goes on', async () => {
  const drawing = await drawn(places['event sub-process']!);
  put(drawing, 'timer');
  drawing.set(drawing.get('v'), { isInterrupting: false });
  const { graph } = await drawing.deployed();
  expect(graph!.scopes['p']!.eventSubProcesses).toEqual([{ node: 'x', start: 'v', isInterrupting: false }]);
});

test('what is named twice is one root element', async () => {
  const drawing = await drawn(places['border']!);
  const definition = put(drawing, 'signal');
  fill.signal(drawing, definition);
  expect((await drawing.xml()).match(/<bpmn:signal /g)).toHaveLength(1);
  expect(eventDefinition(drawing.get('v'), 'signal')).toBe(definition);
});
