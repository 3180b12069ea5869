import fc from 'fast-check';
import { plainTasks } from './plain-task.ts';

export type EventSubProcessKind = 'none' | 'beside' | 'interrupting' | 'error';

/** A well-formed piece of a model: a way in, a way out, and nothing that can get stuck. */
export type Block =
  | { kind: 'task' }
  | { kind: 'user'; timer: 'none' | 'interrupting' | 'beside' }
  | { kind: 'sequence'; parts: Block[] }
  | { kind: 'exclusive'; parts: Block[] }
  | { kind: 'inclusive'; parts: Block[] }
  | { kind: 'parallel'; parts: Block[] }
  /** Goes on after some of its parts; what comes later resets it. */
  | { kind: 'complex'; parts: Block[]; needed: number }
  /** The first event decides which part runs. */
  | { kind: 'event-gateway'; parts: Block[] }
  | { kind: 'event'; of: 'message' | 'condition' | 'any of several' | 'all of several' }
  | { kind: 'throw'; of: 'message' | 'signal' | 'escalation' | 'several' }
  | { kind: 'sub-process'; part: Block; timer: boolean; event?: EventSubProcessKind; isHandled?: boolean }
  | { kind: 'repeated'; part: Block; how: Repetition; timer: boolean }
  /** In an instance of its own. */
  | { kind: 'call'; part: Block; timer: boolean }
  /** An activity with a compensation handler; both may wait for somebody. */
  | { kind: 'undoable'; isUser: boolean; isUserUndone: boolean }
  /** Undoes what has completed in its scope. */
  | { kind: 'compensate'; isAwaited: boolean }
  /** Cancelled or not by what is chosen. */
  | { kind: 'transaction'; part: Block }
  | { kind: 'plain'; of: (typeof plainTasks)[number] }
  | { kind: 'link' }
  | { kind: 'ad-hoc'; parts: Block[]; isSequential: boolean; enough: number | null }
  /** A sub-process that somebody may end from within. */
  | { kind: 'terminated'; part: Block }
  | { kind: 'caught'; part: Block; by: (typeof catchable)[number]; isInterrupting: boolean };

export const catchable = [
  'error',
  'message',
  'signal',
  'condition',
  'any of several',
  'all of several',
] as const;

/** How often, and when it is enough. */
export interface Repetition {
  kind: 'loop' | 'one after the other' | 'all at once';
  /** At most; what `choice` says takes some off. */
  times: number;
  enough: number | null;
  /** What it throws as iterations complete; `one` is caught beside it. */
  behavior?: 'none' | 'one' | 'all' | 'complex';
}

export const behaviors = fc.constantFrom('none' as const, 'one' as const, 'all' as const, 'complex' as const);

type Tie = (key: 'block') => fc.Arbitrary<Block>;

const plain = (tie: Tie): fc.Arbitrary<Block>[] => [
  fc.constant<Block>({ kind: 'task' }),
  fc.record({ kind: fc.constant('plain' as const), of: fc.constantFrom(...plainTasks) }),
  fc.constant<Block>({ kind: 'link' }),
  fc.record({
    kind: fc.constant('user' as const),
    timer: fc.constantFrom('none', 'interrupting', 'beside'),
  }),
  fc.record({
    kind: fc.constant('sequence' as const),
    parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom('exclusive' as const, 'inclusive' as const, 'parallel' as const),
    parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('complex' as const),
    parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    needed: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    kind: fc.constant('event-gateway' as const),
    parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('event' as const),
    of: fc.constantFrom('message', 'condition', 'any of several', 'all of several'),
  }),
  fc.record({
    kind: fc.constant('throw' as const),
    of: fc.constantFrom('message', 'signal', 'escalation', 'several'),
  }),
  fc.record({ kind: fc.constant('sub-process' as const), part: tie('block'), timer: fc.boolean() }),
  fc.record({
    kind: fc.constant('repeated' as const),
    part: tie('block'),
    how: fc.record({
      kind: fc.constantFrom('loop', 'one after the other', 'all at once'),
      times: fc.nat({ max: 3 }),
      enough: fc.option(fc.integer({ min: 1, max: 2 })),
      behavior: behaviors,
    }),
    timer: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('call' as const), part: tie('block'), timer: fc.boolean() }),
];

const scoped = (tie: Tie): fc.Arbitrary<Block>[] => [
  fc.record({
    kind: fc.constant('undoable' as const),
    isUser: fc.boolean(),
    isUserUndone: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('compensate' as const), isAwaited: fc.boolean() }),
  fc.record({
    kind: fc.constant('sub-process' as const),
    part: tie('block'),
    timer: fc.boolean(),
    event: fc.constantFrom('beside', 'interrupting', 'error'),
    isHandled: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('transaction' as const), part: tie('block') }),
  fc.record({
    kind: fc.constant('ad-hoc' as const),
    parts: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    isSequential: fc.boolean(),
    enough: fc.constantFrom(null, 1),
  }),
  fc.record({ kind: fc.constant('terminated' as const), part: tie('block') }),
  fc.record({
    kind: fc.constant('caught' as const),
    part: tie('block'),
    by: fc.constantFrom(...catchable),
    isInterrupting: fc.boolean(),
  }),
];

const options = { depthSize: 'small', withCrossShrink: true } as const;

/** Random models of gateways, sub-processes, user tasks, boundary timers, all of these repeated, and called. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(options, ...plain(tie)),
})).block;

/** The same with event sub-processes, compensation and transactions, in which it counts what happens first. */
export const scopedBlocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(options, ...plain(tie), ...scoped(tie)),
})).block;

/** Whether what comes first decides how often something runs. */
export const hasRace = (block: Block): boolean => {
  if (block.kind === 'event-gateway') return true;
  if (block.kind === 'repeated' && block.how.enough !== null) return true;
  if ('part' in block) return hasRace(block.part);
  return 'parts' in block && block.parts.some(hasRace);
};
