import { expect, test } from 'vitest';
import type { Graph } from '../graph/index.ts';
import { divide } from './divide.ts';
import { merge, nameOf, numbersIn, PartsNeeded } from './parts.ts';
import type { Part } from './parts.ts';
import { step } from './step.ts';
import type { Step } from './step.ts';
import type { State } from './state.ts';
import { chain, flowOf, processXml } from './testing/load-flow.ts';
import type { Command } from './types.ts';

/** A sub-process with two user tasks for each of three hundred, of which some are enough. */
const model = (enough: number): Promise<Graph> =>
  flowOf(
    processXml(`<bpmn:startEvent id="s"/><bpmn:subProcess id="x">
    <bpmn:multiInstanceLoopCharacteristics relata:outputCollection="got" relata:outputElement="[loopCounter, n]">
      <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">300</bpmn:loopCardinality>
      <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances = ${enough}</bpmn:completionCondition>
    </bpmn:multiInstanceLoopCharacteristics>
    <bpmn:startEvent id="i"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/><bpmn:endEvent id="o"/>${chain('i', 'a', 'b', 'o')}
  </bpmn:subProcess><bpmn:endEvent id="e"/>${chain('s', 'x', 'e')}`),
  );

type Stepper = (graph: Graph, state: State | null, command: Command) => Step;

/** The parts as somebody stores them who loads those alone that a command is for. */
const keeper = (): Stepper => {
  const kept = new Map<string, string>();
  const bring = (state: State, isWanted: (part: Part) => boolean): void => {
    const parts = [...kept.values()].map((text) => JSON.parse(text) as Part).filter(isWanted);
    for (const part of parts) kept.delete(nameOf(part));
    merge(state, parts);
  };
  return (graph, given, command) => {
    const state = given === null ? null : (JSON.parse(JSON.stringify(given)) as State);
    if (state !== null && 'wait' in command) bring(state, (part) => numbersIn(part).includes(command.wait));
    const before = structuredClone(state);
    const done = again(() => step(graph, state, command)) ?? all(graph, before!, command);
    for (const part of divide(graph, done.state)) kept.set(nameOf(part), JSON.stringify(part));
    return done;
  };
  function all(graph: Graph, state: State, command: Command): Step {
    bring(state, () => true);
    return step(graph, state, command);
  }
};

const again = (stepping: () => Step): Step | null => {
  try {
    return stepping();
  } catch (error) {
    if (error instanceof PartsNeeded) return null;
    throw error;
  }
};

const play = (graph: Graph, stepper: Stepper, rounds: number): unknown[] => {
  const base = { now: 0, actor: 'u' };
  let state: State | null = null;
  const open: number[] = [];
  const effects: unknown[] = [];
  const send = (command: Command): void => {
    const done = stepper(graph, state, command);
    state = done.state;
    effects.push(...(JSON.parse(JSON.stringify(done.effects)) as unknown[]));
    for (const effect of done.effects) if (effect.type === 'open') open.push(effect.wait);
  };
  send({ ...base, type: 'start', instance: 'i', variables: {} });
  // A way through all of them that comes back to none: 97 and the number of waits have no divisor in common.
  for (let round = 0; round < rounds && open.length > 0; round++) {
    const [wait] = open.splice((round * 97) % open.length, 1);
    send({ ...base, type: 'trigger', wait: wait!, variables: { n: round } });
  }
  return effects;
};

test.each([20, 300])('a divided state does what a whole one does, until %i are enough', async (enough) => {
  const graph = await model(enough);
  const divided = play(graph, keeper(), 700);
  expect(divided).toEqual(play(graph, step, 700));
  expect(divided.at(-1)).toEqual({ type: 'ended', state: 'completed' });
});

test('what is left of the state is small, and what a command is for is in one part', async () => {
  const graph = await model(300);
  const { state } = step(graph, null, { type: 'start', instance: 'i', variables: {}, now: 0, actor: 'u' });
  const parts = divide(graph, state);
  expect(parts).toHaveLength(5);
  expect(JSON.stringify(state).length).toBeLessThan(2_000);
  expect(new Set(parts.flatMap(numbersIn)).size).toBe(300);
});
