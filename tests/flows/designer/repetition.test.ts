import { expect, test } from 'vitest';
import { chain } from '../../../core/flow/step/testing/load-flow.ts';
import { formal } from '../../../designer/moddle/formal.ts';
import type { ModdleElement } from '../../../designer/moddle/moddle-element.ts';
import {
  loopOf,
  overCount,
  overList,
  readOver,
  readRepetition,
  writeRepetition,
} from '../../../designer/moddle/repetition.ts';
import {
  readBehavior,
  readComplex,
  readThrown,
  writeComplex,
  writeThrown,
} from '../../../designer/moddle/thrown-signals.ts';
import { drawn, type Drawn } from './drawn.ts';

const task = `<bpmn:startEvent id="s"/><bpmn:scriptTask id="a"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent id="e"/>${chain('s', 'a', 'e')}`;

const repeated = async (repetition: 'loop' | 'each'): Promise<Drawn & { loop: ModdleElement }> => {
  const drawing = await drawn(task);
  drawing.set(drawing.get('a'), writeRepetition(drawing.create, drawing.get('a'), repetition));
  return { ...drawing, loop: loopOf(drawing.get('a'))! };
};

test('a loop says when it is asked, how long and how often', async () => {
  // given a step that is to be repeated while a condition holds
  const { create, set, loop, get, deployed } = await repeated('loop');
  // when test, condition and maximum are set
  set(loop, { testBefore: true, loopMaximum: 5, loopCondition: formal(create, loop, 'tries < 3') });
  // then the server runs just that
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(readRepetition(get('a'))).toBe('loop');
  expect(graph!.nodes['a']!.loop).toEqual({
    kind: 'standard',
    testBefore: true,
    maximum: 5,
    condition: 'tries < 3',
  });
});

test('for each item of a list, with results', async () => {
  // given a step for each item
  const { create, set, loop, deployed } = await repeated('each');
  // when list, names, end and results are set
  set(loop, overList('order.lines'));
  set(loop, {
    isSequential: true,
    'relata:elementVariable': 'line',
    completionCondition: formal(create, loop, 'numberOfCompletedInstances >= 2'),
    'relata:outputCollection': 'prices',
    'relata:outputElement': 'price',
  });
  // then the server runs just that
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.loop).toEqual({
    kind: 'multi',
    isSequential: true,
    behavior: 'all',
    collection: 'order.lines',
    elementVariable: 'line',
    completionCondition: 'numberOfCompletedInstances >= 2',
    outputCollection: 'prices',
    outputElement: 'price',
  });
});

test('a count takes the place of the list, and the other way round', async () => {
  // given a step over a list
  const { create, set, loop, deployed } = await repeated('each');
  set(loop, { ...overList('items'), 'relata:elementVariable': 'item' });
  // when it is a count from now on
  set(loop, overCount(formal(create, loop, '3')));
  // then nothing of the list is left
  expect(readOver(loop)).toBe('count');
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.loop).toMatchObject({ cardinality: '3' });
  expect(graph!.nodes['a']!.loop).not.toHaveProperty('elementVariable');
  // and back again
  set(loop, overList('items'));
  expect(readOver(loop)).toBe('list');
  expect((await deployed()).codes).toEqual([]);
});

test.each(['One', 'None'] as const)('a signal of its own name is thrown: %s', async (behavior) => {
  const { create, set, setWithRoots, loop, deployed } = await repeated('each');
  set(loop, { ...overList('items'), behavior });
  expect((await deployed()).codes).toEqual([]);
  // when the signal gets a name
  setWithRoots(loop, (roots) => writeThrown({ create, roots, behavior, signal: 'one-done' }));
  // then it is thrown, and read again
  expect([readBehavior(loop), readThrown(loop, behavior)]).toEqual([behavior, 'one-done']);
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.loop).toMatchObject({
    [`${behavior.toLowerCase()}Event`]: { kind: 'signal', name: 'one-done' },
  });
});

test('signals are thrown by conditions', async () => {
  const { create, set, setWithRoots, loop, deployed } = await repeated('each');
  set(loop, { ...overList('items'), behavior: 'Complex' });
  // when two conditions name the same new signal, and a third another
  const thrown = [
    { condition: 'numberOfCompletedInstances = 1', signal: 'some' },
    { condition: 'numberOfCompletedInstances = 2', signal: 'some' },
    { condition: 'numberOfActiveInstances = 0', signal: 'all' },
  ];
  setWithRoots(loop, (roots) => writeComplex({ create, roots, loop, thrown }));
  // then each is read again and runs
  expect(readComplex(loop)).toEqual(thrown);
  const { graph, codes } = await deployed();
  expect(codes).toEqual([]);
  expect(graph!.nodes['a']!.loop).toMatchObject({
    behavior: 'complex',
    complex: thrown.map(({ condition, signal }) => ({ condition, event: { kind: 'signal', name: signal } })),
  });
});

test('once again', async () => {
  const { create, set, get, deployed } = await repeated('each');
  set(get('a'), writeRepetition(create, get('a'), 'once'));
  const { graph, codes } = await deployed();
  expect([codes, graph!.nodes['a']!.loop, readRepetition(get('a'))]).toEqual([[], undefined, 'once']);
});
