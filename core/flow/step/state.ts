import type { Caller, Result, Subject, Value, Variables, Wait } from './types.ts';

/**
 * An instance between two commands: compact JSON, one row. Only `step` reads and writes it; everybody else
 * asks `summarize`. Absent members are `undefined` and vanish in JSON.
 */
export interface State {
  format: 1;
  instance: string;
  status: 'active' | 'completed' | 'terminated' | 'failed';
  isSuspended: true | undefined;
  startedAt: number;
  subject: Subject | undefined;
  businessKey: string | undefined;
  /** Where a call activity started it. */
  caller: Caller | undefined;
  /** Of a called instance: variables that are still as its caller gave them. */
  given?: string[] | undefined;
  /** The record before the change that started it; kept only where an expression of the graph reads it. */
  before: Value | undefined;
  /** The last number given to a token, scope, ask, wait or incident. */
  count: number;
  tokens: Token[];
  /** The first is the process; a sub-process adds one while it runs. */
  scopes: Scope[];
  /** Iterations that are kept elsewhere (`parts.ts`), and whether an incident stops any of a part. */
  away?: { body: number; part: number; isStopped?: boolean }[] | undefined;
}

export interface Scope {
  id: number;
  /** The process or sub-process in the graph. */
  node: string;
  parent: number | undefined;
  /** The token that stands on the sub-process. */
  owner: number | undefined;
  variables: Variables;
  /** Names that were mapped in: they do not travel out by themselves. */
  own: string[] | undefined;
  /** Its event sub-processes may still begin: it has started in order, and none of them has interrupted it. */
  isListening?: true | undefined;
  /** Around the iterations of an activity: how far they are. */
  loop?: Loop;
  /** The number of the iteration it belongs to, from 1. */
  iteration?: number;
  /** How many tokens are in it, guards not counted, kept by `moves.ts`; counted where it is missing. */
  live?: number | undefined;
  adHoc?: AdHoc;
  /** What has completed in it and can be undone, the latest last. */
  done?: Completed[] | undefined;
  /** While something is undone: the data of then, under its own variables. Nothing is written further out meanwhile. */
  past?: Variables | undefined;
}

export interface Loop {
  begun: number;
  completed: number;
  terminated: number;
  /** How many there will be; a standard loop does not know. */
  total?: number;
  /** One after the other: elements of those still to begin. */
  items?: Value[];
  /** What was collected so far, by number of the iteration. */
  results?: [number, Value][];
}

/** How far an ad-hoc sub-process is. */
export interface AdHoc {
  /** What has completed in it, in order. */
  completed: string[];
  /** One after the other: what is to begin when nothing runs. */
  queue: string[];
  hasBegun: boolean;
  /** It is complete: what still runs comes to its end, nothing else begins. */
  isClosing: boolean;
}

/** An activity that can be undone. */
export interface Completed {
  node: string;
  /** All it could see when it had completed; of a sub-process without a handler, what was its own. */
  variables: Variables;
  own?: string[] | undefined;
  /** Without a handler: what had completed inside. */
  inside?: Completed[] | undefined;
}

export interface Token {
  id: number;
  /** The element it stands at. */
  at: string;
  scope: number;
  /** The sequence flow it came by. */
  via: string | undefined;
  isEntered: true | undefined;
  /** Waits of its boundary events are open. */
  isArmed: true | undefined;
  /** All tokens that its activity needs to begin have arrived. */
  isBegun: true | undefined;
  /** It runs one iteration of the activity it stands at: the number, from 1. */
  iteration: number | undefined;
  /** What to do, or do again, at this element; `enter` when absent. */
  todo: Todo | undefined;
  /** The answer it waits for. */
  ask: number | undefined;
  asks: 'record' | 'value' | 'call' | 'flow' | 'escalation' | undefined;
  /** Answers of this evaluation round; forgotten when the move is done. */
  known: Known | undefined;
  waits: OpenWait[] | undefined;
  incident: number | undefined;
  /** Stands for a complex gateway that waits for its reset: the flows whose tokens it has consumed. */
  consumed?: string[] | undefined;
  /** The scope inside, where it stands on a sub-process or repeats an activity. */
  inner: number | undefined;
  /**
   * `guard`: holds the wait of an event sub-process at its start event, in the scope around; it counts for nothing
   * else, and is gone when its scope ends. `carrier`: undoes activities beside the flow, and is gone when it has.
   * Absent for tokens that travel the flow; only these are recorded.
   */
  role?: 'guard' | 'carrier' | undefined;
  /** Where its sub-process begins, in place of its start: paths of elements inside, as an operator said. */
  into?: string[][] | undefined;
  /** What has happened of events that wait for all of several. */
  gathered?: Gathered[] | undefined;
  /** What it has still to undo, the next last; `inner` is the scope of what is being undone. */
  undo?: Completed[] | undefined;
}

export type Todo =
  | { do: 'answer'; result: Result }
  | { do: 'trigger'; wait: OpenWait; variables: Variables }
  /** The inner scope is done. */
  | { do: 'inner' }
  /** An event begins the sub-process, with what it brought. */
  | { do: 'begin'; variables: Variables }
  /** The join it waits at fires: all that was to arrive is there. */
  | { do: 'join' }
  /** Its iteration is done. */
  | { do: 'next' }
  /** Boundary events that came with another version begin to wait. */
  | { do: 'arm'; events: string[] }
  /** The element is done; its outgoing flows are chosen. */
  | { do: 'leave' };

export interface Known {
  subject?: Value;
  /** Results of outside evaluations, in the order in which the move asks for them. */
  values?: Value[];
  /** Records by the call that asked for them, such as `get["account","…"]`. */
  answers?: Record<string, Value>;
  /** The record that is being read; `key` is null for the subject. */
  asking?: { record: string; key: string | null };
  /** The change a condition is looked at for: `$record`, `$before`. */
  look?: Look;
}

export interface OpenWait {
  id: number;
  /** The element that waits: the token's own, a boundary event on it, an event behind its gateway. */
  element: string;
  /** Cycle timers: the cycle, how many more times after this one (−1: for ever), and when this one is due. */
  cycle: { text: string; left: number; due: number; calendar?: string } | undefined;
  /** What is opened anew when it came true and its element goes on. */
  again: Wait | undefined;
  /** Conditional events: what is looked at again after every change. */
  watch: Watch | undefined;
  /** Which of several definitions of its event it is for; absent where there is one. */
  part?: number | undefined;
}

/** One of several events that must all happen, and what it brought. */
export interface Gathered {
  wait: OpenWait;
  variables: Variables;
}

export interface Watch {
  source: string;
  /** The record whose changes count, any of its entity where it has no id; absent where variables count. */
  record: { entity: string; id: string | null } | undefined;
  /** What it was when last looked at, for it fires when it *becomes* true; absent before the first look. */
  isTrue: boolean | undefined;
  /** The version of the record at that look: older changes that come late no longer count. */
  version: number | undefined;
  /** What there is to look at, in order; the first is under way while it has an ask. */
  looks: Look[];
  ask: number | undefined;
  known: Known | undefined;
  incident: number | undefined;
}

/** One time a condition is looked at: after a change of its record, or, empty, with what there is now. */
export interface Look {
  record?: Value;
  before?: Value;
}
