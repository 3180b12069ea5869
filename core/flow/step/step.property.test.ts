import fc from 'fast-check';
import { expect, test } from 'vitest';
import { step } from './step.ts';
import type { State } from './state.ts';
import { Driver } from './testing/driver.ts';
import { blocks, graphOf, hasRace } from './testing/random-model.ts';
import type { Block } from './testing/random-model.ts';
import type { Effect, HistoryEntry } from './types.ts';

/** What a random world does next: complete the nth open wait, or let two hours pass. */
const moves = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.constant('time' as const)), { maxLength: 12 });

/** Runs along the random moves, then completes whatever is open until nothing is. */
const play = (block: Block, path: (number | 'time')[], choice: number, asked?: string): Driver => {
  const flow = new Driver(graphOf(block, asked), { records: { 'thing/1': { choice } } });
  flow.start({ choice }, { subject: { entity: 'thing', id: '1' } });
  const fireNth = (nth: number): void => {
    const open = [...flow.waits.values()];
    if (open.length > 0) flow.fire(open[nth % open.length]!.element);
  };
  for (const move of path) {
    if (move === 'time') flow.advance(7_200_000);
    else fireNth(move);
    checkState(flow);
  }
  for (let left = 3000; flow.waits.size > 0 && left > 0; left--) fireNth(left);
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
};

/** What is counted is what is there. */
const checkCounters = ({ tokens, scopes }: State): void => {
  for (const { id, live, loop } of scopes) {
    if (live !== undefined) expect(live).toBe(tokens.filter((token) => token.scope === id).length);
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
    fc.property(blocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const flow = play(block, path, choice);
      expect(flow.summary).toMatchObject({ state: 'completed', tokens: [] });
      expect(flow.incidents.size).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('tokens are conserved: what enters is completed or cancelled, and each flow taken brings one token', () => {
  fc.assert(
    fc.property(blocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const flow = play(block, path, choice);
      const { history, graph } = flow;
      for (const node of Object.values(graph.nodes)) {
        const entered = count(history, 'entered', node.id);
        expect(entered).toBe(count(history, 'completed', node.id) + count(history, 'cancelled', node.id));
        const arrived = node.incoming.reduce((sum, id) => sum + count(history, 'taken', id), 0);
        // A join takes one token of each flow at once; where it was cancelled, some never made it.
        const isJoin = node.incoming.length > 1 && /^(parallel|inclusive)Gateway$/.test(node.type);
        // Iterations come from the activity itself, not over its flows.
        if (node.loop !== undefined) continue;
        const isConserved = node.incoming.length === 0 || (isJoin ? entered <= arrived : entered === arrived);
        expect(isConserved).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a join fires once for each time its split did, unless it was cancelled', () => {
  fc.assert(
    fc.property(blocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
      const { history, graph } = play(block, path, choice);
      const wasCancelled = history.some((entry) => entry.event === 'cancelled');
      const gateways = Object.values(graph.nodes).filter((node) =>
        /^(parallel|inclusive)Gateway$/.test(node.type),
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

test('nothing runs after the end', () => {
  fc.assert(
    fc.property(blocks, moves, (block, path) => {
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
    fc.property(blocks, moves, fc.nat({ max: 5 }), (block, path, choice) => {
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
