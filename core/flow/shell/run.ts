/** One instance within one batch: its state, the commands it still gets, and all that must be written for it. */
import type { Subject, HistoryEntry, Effect, Command, Wait } from '../step/types.ts';
import type { Mapping, State } from '../step/index.ts';
import type { Definition } from './definitions.ts';
import type { Ask, Call, InstanceCommand } from './kinds.ts';
import type { Scale } from './step-weighed.ts';

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

type Given<Type extends InstanceCommand['type']> = Extract<InstanceCommand, { type: Type }>;

export interface Letter {
  /** An instance, or the one that `caller` has called by `ask`. */
  to: { instance: string } | { caller: string; ask: number };
  command: Extract<InstanceCommand, { type: 'answer' | 'escalated' | 'cancel' }>;
}

export interface InstanceRun {
  id: string;
  definition: Definition;
  state: State | null;
  /** Not in the hot table yet. */
  isNew: boolean;
  depth: number;
  /** Of the messages and signals that woke it in this batch, the most. */
  rounds: number;
  startedBy: string;
  startedAt: number;
  /** Packed history rows before this batch. */
  seq: number;
  status: string;
  subject: Subject | null;
  businessKey: string | null;
  commands: Command[];
  /** What to do where a command finds that what it was for is gone. */
  late: Map<Command, () => void>;
  /** Asked in this round, to be answered before the next. */
  asks: Ask[];
  /** How often an ask failed before; absent is never. */
  attempts: Map<number, number>;
  opened: Map<number, Wait>;
  closed: number[];
  /** Waits whose work item a person completed, and who. */
  completed: Map<number, { workItem: string; by: string }>;
  history: HistoryEntry[];
  incidents: Of<'incident'>[];
  resolved: number[];
  published: Of<'publish'>[];
  broadcast: Of<'broadcast'>[];
  external: Call[];
  /** Asks put off to a later batch. */
  later: { effect: Ask; attempt: number; dueAt: number }[];
  abandoned: number[];
  /** For other instances: those that this one called, and the one that called it. */
  letters: Letter[];
  /** Its caller ended it and awaits no answer. */
  isCalledOff: boolean;
  ended: Of<'ended'> | null;
  /** Who gave the last command. */
  actor: string;
  /** Its parked jobs are due again. */
  isResumed: boolean;
  /** Where its tokens stand, each element once; found when it is written. */
  elements: string[];
  isStuck: boolean;
  /** What its elements were renamed by, where it changed its version. */
  migrated: Mapping | null;
  /** The record that what it is about, or waits for, became. */
  merged: Pick<Given<'record-merged'>, 'entity' | 'from' | 'into'> | null;
  /** Parts of the state that were brought back. */
  parts: { body: number; part: number }[];
  /** Where parts are missing: the state before the commands of this round, and those carried out since. */
  base: { state: State; since: Command[] } | null;
  /** A step broke off: the state must be made whole first. */
  isSpoilt: boolean;
  /** It is weighed while it is stepped: unweighed it became too large. */
  scale: Scale | null;
}

export type NewRun = Pick<
  InstanceRun,
  | 'id'
  | 'definition'
  | 'state'
  | 'isNew'
  | 'depth'
  | 'startedBy'
  | 'startedAt'
  | 'seq'
  | 'status'
  | 'subject'
  | 'businessKey'
>;

export const createRun = (from: NewRun): InstanceRun => ({
  ...from,
  rounds: 0,
  commands: [],
  late: new Map(),
  asks: [],
  attempts: new Map(),
  opened: new Map(),
  closed: [],
  completed: new Map(),
  history: [],
  incidents: [],
  resolved: [],
  published: [],
  broadcast: [],
  external: [],
  later: [],
  abandoned: [],
  letters: [],
  isCalledOff: false,
  ended: null,
  actor: from.startedBy,
  isResumed: false,
  elements: [],
  isStuck: false,
  migrated: null,
  merged: null,
  parts: [],
  base: null,
  isSpoilt: false,
  scale: null,
});
