import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '../graph/index.ts';
import { step } from './step.ts';
import { stuckTokens } from './stuck.ts';
import type { State } from './state.ts';
import { Driver } from './testing/driver.ts';
import { advanceAll, familyOf, openIn, type OpenIn } from './testing/family.ts';
import { flowsOf } from './testing/model-builder.ts';
import { plainWorld } from './testing/plain-task.ts';
import { blocks, hasRace, scopedBlocks } from './testing/random-model.ts';
import type { Block } from './testing/random-model.ts';
import type { Effect, HistoryEntry } from './types.ts';

/** What a random world does next: complete the nth open wait, or let two hours pass. */
const moves = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.constant('time' as const)), { maxLength: 12 });

/** Runs along the random moves, then completes whatever is open until nothing is. */
const play = (block: Block, path: (number | 'time')[], choice: number, asked?: string): Driver => {
  const flows = flowsOf(block, asked);
  const flow = new Driver(flows['p']!, { ...plainWorld, flows, records: { 'thing/1': { choice } } });
  flow.start({ choice }, { subject: { entity: 'thing', id: '1' } });
  const nameOf = ({ driver, element }: OpenIn): string => `${driver.graph.key} ${element}`;
  const fireNth = (nth: number, isWanted: (open: OpenIn) => boolean = () => true): void => {
    // By name: in which order they came to wait is not what is compared.
    const open = openIn(flow)
      .filter(isWanted)
      .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
    const next = open[nth % open.length];
    next?.driver.fire(next.element);
  };
  // What begins event sub-processes only brings more.
  const bringsForward = ({ driver, element }: OpenIn): boolean =>
    driver.graph.nodes[element]!.begins === undefined;
  for (const move of path) {
    if (move === 'time') advanceAll(flow, 7_200_000);
    else fireNth(move);
    for (const one of familyOf(flow)) checkState(one);
  }
  for (let left = 3000; flow.waits.size + flow.children.size > 0 && left > 0; left--)
    fireNth(left, bringsForward);
  return flow;
};

/** Whatever is open hangs on a token that exists, in a scope that exists. */
const checkState = (flow: Driver): void => {
  const { tokens, scopes } = flow.state!;
  const waits = tokens.flatMap((token) => token.waits ?? []).map((wait) => wait.id);
  expect(waits.toSorted()).toEqual([...flow.waits.keys()].toSorted());
  for (const token of tokens) expect(scopes.map((scope) => scope.id)).toContain(token.scope);
  for (const scope of scopes.slice(1)) expect(tokens.map((token) => token.id)).toContain(scope.owner);
  checkCounters(flow.state!);
  // All of them end: only conditions, and what waits behind them, need somebody who changes a variable.
  const stuck = stuckTokens(flow.graph, flow.state!);
  expect(stuck.length === 0 || stuck.some(({ kind }) => kind === 'condition')).toBe(true);
};

/** What is counted is what is there. */
const checkCounters = ({ tokens, scopes }: State): void => {
  for (const { id, live, loop } of scopes) {
    if (live !== undefined)
      expect(live).toBe(tokens.filter((token) => token.scope === id && token.role !== 'guard').length);
    if (loop === undefined) continue;
    const active = scopes.filter((scope) => scope.parent === id && scope.iteration !== undefined);
    expect(active).toHaveLength(loop.begun - loop.completed - loop.terminated);
    for (const { id: iteration } of active)
      expect(tokens.filter((token) => token.scope === iteration)).toHaveLength(1);
  }
};

const count = (history: HistoryEntry[], event: string, element: string): number =>
  history.filter((entry) => entry.event === event && entry.element === element).length;

test('every model of well-formed blocks ends, whatever comes in which order', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const flow = play(block, path, choice);
      expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
      expect(flow.incidents.size).toBe(0);
      for (const one of familyOf(flow)) {
        expect(one.state).toMatchObject({ tokens: [], scopes: [{ id: 0 }] });
        expect(['completed', 'terminated']).toContain(one.summary.state);
        expect(one.incidents.size).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('tokens are conserved: what enters is completed or cancelled, and each flow taken brings one token', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const flow = play(block, path, choice);
      const { history, graph } = flow;
      const wasCut = history.some(({ event }) => event === 'cancelled' || event === 'failed');
      for (const node of Object.values(graph.nodes)) {
        const entered = count(history, 'entered', node.id);
        const ended = ['completed', 'cancelled', 'failed'].map((event) => count(history, event, node.id));
        expect(entered).toBe(ended.reduce((sum, each) => sum + each));
        const arrived = node.incoming.reduce((sum, id) => sum + count(history, 'taken', id), 0);
        // A join takes one token of each flow at once; what is cut off may have arrived and not entered.
        const isJoin = node.incoming.length > 1 && /^(parallel|inclusive|complex)Gateway$/.test(node.type);
        // Iterations come from the activity itself, not over its flows.
        if (node.loop !== undefined) continue;
        const mayBeLess = isJoin || wasCut;
        const isConserved =
          node.incoming.length === 0 || (mayBeLess ? entered <= arrived : entered === arrived);
        expect(isConserved).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a join fires once for each time its split did, unless it was cancelled', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const { history, graph } = play(block, path, choice);
      const wasCancelled = history.some(({ event }) => event === 'cancelled' || event === 'failed');
      const gateways = Object.values(graph.nodes).filter((node) =>
        /^(parallel|inclusive|complex)Gateway$/.test(node.type),
      );
      const fired = (isJoin: boolean): number =>
        gateways
          .filter((node) => node.incoming.length > 1 === isJoin)
          .reduce((sum, node) => sum + count(history, 'completed', node.id), 0);
      expect(fired(true)).toBeLessThanOrEqual(fired(false));
      expect(wasCancelled || fired(true) === fired(false)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('what undoes an activity runs at most as often as that has completed, and only after it', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const { history, graph } = play(block, path, choice);
      for (const { id, compensation } of Object.values(graph.nodes)) {
        if (compensation === undefined) continue;
        expect(count(history, 'entered', compensation)).toBeLessThanOrEqual(count(history, 'completed', id));
        const begun = history.findIndex((each) => each.element === compensation);
        const done = history.findIndex((each) => each.element === id && each.event === 'completed');
        expect(begun === -1 || begun > done).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('from its cancel end until it is left, nothing in a transaction begins but what undoes', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, fc.constantFrom(0, 2, 4), (block, path, choice) => {
      // Which time it was, history does not tell.
      fc.pre(!JSON.stringify(block).includes('repeated'));
      const { history, graph } = play(block, path, choice);
      for (const end of Object.values(graph.nodes).filter((node) => node.event?.kind === 'cancel')) {
        if (end.type !== 'endEvent') continue;
        const from = history.findIndex((each) => each.element === end.id && each.event === 'entered');
        const left = history.findIndex((each) => each.element === end.scope && each.event === 'cancelled');
        if (from < 0) continue;
        expect(left).toBeGreaterThan(from);
        const begun = history.slice(from + 1, left).filter((each) => each.event === 'entered');
        for (const { element } of begun)
          expect(isWithin(graph, element, end.scope) && !isUndoing(graph, element)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

const isWithin = ({ nodes }: Pick<Graph, 'nodes'>, element: string, scope: string): boolean => {
  const around = nodes[element]?.scope;
  return around === scope || (around !== undefined && isWithin({ nodes }, around, scope));
};

const isUndoing = ({ nodes }: Graph, element: string): boolean => nodes[element]!.isForCompensation === true;

test('nothing runs after the end', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, (block, path) => {
      const flow = play(block, path, 0);
      const before = JSON.stringify(flow.state);
      const kinds = flow.effects.map((effect) => effect.type);
      expect(kinds.filter((kind) => kind === 'ended')).toHaveLength(1);
      expect(kinds.at(-1)).toBe('ended');
      for (let wait = 0; wait < 20; wait++) flow.send({ type: 'trigger', wait, variables: { late: true } });
      flow.send({ type: 'cancel' });
      expect(JSON.stringify(flow.state)).toBe(before);
      expect(flow.effects).toHaveLength(kinds.length);
    }),
    { numRuns: 100 },
  );
});

test('the same commands give the same states and effects, with a state that went through the database or not', () => {
  fc.assert(
    fc.property(scopedBlocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const flow = play(block, path, choice);
      let state: State | null = null;
      const effects: Effect[] = [];
      for (const command of flow.commands) {
        const done = step(flow.graph, state, structuredClone(command));
        state = done.state;
        effects.push(...done.effects);
      }
      expect(JSON.parse(JSON.stringify(state))).toEqual(flow.state);
      expect(effects).toEqual(flow.effects);
    }),
    { numRuns: 300 },
  );
});

test('a move that has to ask first does the same as one that need not', () => {
  fc.assert(
    fc.property(blocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      fc.pre(!hasRace(block));
      const direct = play(block, path, choice);
      const asking = play(block, path, choice, '$subject.choice');
      const told = ({ history }: Driver): string[] =>
        history.map((entry) => `${entry.event} ${entry.element}`).toSorted();
      expect(told(asking)).toEqual(told(direct));
      expect(asking.summary).toEqual(direct.summary);
    }),
    { numRuns: 200 },
  );
});

test('each time an activity repeats, it runs as often as it was to, unless it was cancelled or that was enough', () => {
  fc.assert(
    fc.property(blocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const { history, graph } = play(block, path, choice);
      for (const node of Object.values(graph.nodes)) {
        if (node.loop?.kind !== 'multi') continue;
        const ran = history.filter((entry) => entry.element === node.id && entry.event === 'entered');
        const arrived = count(history, 'taken', node.incoming[0]!);
        const most = Number(/^\d+/.exec(node.loop.cardinality!)![0]);
        expect(ran.length).toBeLessThanOrEqual(arrived * most);
        if (!node.loop.isSequential && node.loop.completionCondition === undefined)
          expect(ran.length).toBe(arrived * Math.max(0, most - (choice % 2)));
        for (const { iteration } of ran) expect(iteration).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 200 },
  );
});
