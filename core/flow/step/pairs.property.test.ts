import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../elements/registry.ts';
import { Driver } from './testing/driver.ts';
import { advanceAll, openIn } from './testing/family.ts';
import { flowsOf } from './testing/model-builder.ts';
import { Pairs } from './testing/pairs.ts';
import { plainTasks, plainWorld } from './testing/plain-task.ts';
import { behaviors, catchable, scopedBlocks } from './testing/random-model.ts';
import type { Block } from './testing/random-model.ts';

/** What the generator makes: a kind that it no longer makes, or that is not among these, fails the run. */
const kinds = [
  'adHocSubProcess',
  'behavior complex',
  'behavior none',
  'behavior one',
  'boundaryEvent (all of several)',
  'boundaryEvent (any of several)',
  'boundaryEvent (cancel)',
  'boundaryEvent (conditional)',
  'boundaryEvent (error)',
  'boundaryEvent (escalation)',
  'boundaryEvent (message)',
  'boundaryEvent (signal)',
  'boundaryEvent (timer)',
  'businessRuleTask',
  'callActivity',
  'callActivity (loop)',
  'callActivity (parallel)',
  'callActivity (sequential)',
  'complexGateway',
  'endEvent',
  'endEvent (cancel)',
  'endEvent (error)',
  'endEvent (terminate)',
  'eventBasedGateway',
  'eventSubProcess',
  'exclusiveGateway',
  'inclusiveGateway',
  'intermediateCatchEvent (all of several)',
  'intermediateCatchEvent (any of several)',
  'intermediateCatchEvent (conditional)',
  'intermediateCatchEvent (link)',
  'intermediateCatchEvent (message)',
  'intermediateCatchEvent (timer)',
  'intermediateThrowEvent (any of several)',
  'intermediateThrowEvent (compensation)',
  'intermediateThrowEvent (escalation)',
  'intermediateThrowEvent (link)',
  'intermediateThrowEvent (message)',
  'intermediateThrowEvent (signal)',
  'manualTask',
  'parallelGateway',
  'receiveTask',
  'scriptTask',
  'sendTask',
  'serviceTask',
  'startEvent',
  'startEvent (error)',
  'startEvent (message)',
  'startEvent (timer)',
  'subProcess',
  'subProcess (loop)',
  'subProcess (parallel)',
  'subProcess (sequential)',
  'task',
  'task (handler)',
  'task (loop)',
  'task (parallel)',
  'task (sequential)',
  'transaction',
  'userTask',
  'userTask (handler)',
  'userTask (loop)',
  'userTask (parallel)',
  'userTask (sequential)',
];

/** Pairs that cannot meet: none so far, since any two blocks may stand side by side. */
const cannotMeet: readonly string[] = [];

test('every kind of element has met every other in some run', () => {
  // given random models under one seed, which is printed with what failed
  const pairs = new Pairs();
  const seed = 20_261_122;
  const property = fc.property(several, rare, fc.nat({ max: 5 }), (parts, rarely, choice) => {
    const block: Block = { kind: 'parallel', parts: [...parts, ...rarely] };
    pairs.count(play(block, choice));
  });
  // when they run
  fc.assert(property, { numRuns: 3_000, seed });
  // then none is a stranger to another
  console.info(`seed ${seed}\n${pairs.table()}`);
  expect(pairs.seen).toEqual(kinds);
  expect(pairs.strangers(kinds).filter((pair) => !cannotMeet.includes(pair))).toEqual([]);
}, 120_000);

test('the generator makes every element that runs', () => {
  const files = readdirSync(new URL('../elements/', import.meta.url));
  const types = files.map((file) => camelCase(file.split('.')[0]!)).filter(runs);
  const made = new Set(kinds.map((kind) => kind.split(' ')[0]!));
  expect(types.filter((type) => !made.has(type))).toEqual([]);
});

const camelCase = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

const somebody: Block = { kind: 'user', timer: 'none' };

/** What is rare among all blocks: each model gets some. */
const rare: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('plain' as const), of: fc.constantFrom(...plainTasks) }),
    fc.record({
      kind: fc.constant('caught' as const),
      part: fc.constant(somebody),
      by: fc.constantFrom(...catchable),
      isInterrupting: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('sub-process' as const),
      part: fc.constant(somebody),
      timer: fc.constant(false),
      event: fc.constantFrom('beside' as const, 'interrupting' as const),
    }),
    fc.record({
      kind: fc.constant('repeated' as const),
      part: fc.constantFrom<Block>(
        { kind: 'task' },
        somebody,
        { kind: 'call', part: { kind: 'task' }, timer: false },
        { kind: 'sequence', parts: [{ kind: 'task' }] },
      ),
      how: fc.record({
        kind: fc.constantFrom('loop', 'one after the other', 'all at once'),
        times: fc.integer({ min: 2, max: 3 }),
        enough: fc.constant(null),
        behavior: behaviors,
      }),
      timer: fc.constant(false),
    }),
    fc.record({
      kind: fc.constant('sequence' as const),
      parts: fc.tuple(
        fc.record({
          kind: fc.constant('undoable' as const),
          isUser: fc.boolean(),
          isUserUndone: fc.boolean(),
        }),
        fc.constant<Block>({ kind: 'compensate', isAwaited: true }),
      ),
    }),
  ),
  { minLength: 4, maxLength: 5 },
);

const several = fc.array(scopedBlocks, { minLength: 3, maxLength: 3 });

/** Lets an hour pass now and then, and completes what is open until nothing is. */
const play = (block: Block, choice: number): Driver => {
  const flows = flowsOf(block);
  const flow = new Driver(flows['p']!, { ...plainWorld, flows });
  flow.start({ choice });
  for (let left = 400; left > 0; left--) {
    if (left % 3 === choice % 3) advanceAll(flow, 3_600_000);
    const [open] = openIn(flow).slice(left % 5 === 0 ? -1 : 0);
    if (open === undefined) break;
    open.driver.fire(open.element);
  }
  return flow;
};
