/** What a trial is asked for and what it answers. Plain data: it crosses threads. */
import type { Actor } from '../../access/actor.ts';
import type { FieldChange } from '../../event/event.ts';
import type { Graph } from '../graph/index.ts';
import type { HistoryEvent, Value, Variables } from '../step/types.ts';
import type { RecordStarts } from '../commands/preview-record-starts.ts';

/** What an element is to bring in a trial: its outcome, or the error that a model may catch. */
export interface Answer {
  output?: Value;
  error?: string;
}

/** A flow of a file that is not deployed. */
export interface DraftFlow {
  key: string;
  name: string;
  graph: Graph;
  xml: string;
}

export interface TrialInput {
  actor: Actor;
  flow: string;
  /** In place of a deployed version. */
  draft: DraftFlow[] | null;
  /** The latest where absent. */
  version?: number;
  /** Beside the version that runs now. */
  isCompared: boolean;
  records?: readonly string[];
  filter?: Record<string, unknown>;
  search?: string;
  /** Milliseconds since 1970: the records whose changes since then start the flow. */
  since?: number;
  variables: Variables;
  answers: Record<string, Answer>;
  limit: number;
}

/**
 * `waiting`: for something that nothing stands in for. `limit`: it ran longer than a trial does. `not-started`: no change
 * of the record starts this version.
 */
export type TrialState =
  | 'completed'
  | 'terminated'
  | 'failed'
  | 'incident'
  | 'waiting'
  | 'stuck'
  | 'limit'
  | 'not-tried'
  | 'not-started';

export interface PathStep {
  element: string;
  type: string;
  event: HistoryEvent;
  /** Milliseconds since 1970, by the trial's own clock. */
  at: number;
  iteration?: number;
  /** Variables that are new or other than at the step before. */
  data?: Variables;
}

export interface TrialChange {
  entity: string;
  id: string;
  /** Null where the reader may not see the record, and nothing of it is told. */
  title: string | null;
  kind: string;
  /** By field; references with their titles. */
  fields: Record<string, FieldChange>;
  isHidden: boolean;
}

export interface TrialWorkItem {
  element: string;
  name: string;
  at: number;
  assignee: string | null;
  candidates: string[];
  roles: string[];
  due: string | null;
  /** An assignee who is nobody. */
  note?: string;
}

/** A call to the outside that was not made. */
export interface TrialCall {
  element: string;
  task: string;
  at: number;
  input: Value;
}

export interface TrialMessage {
  kind: 'message' | 'signal';
  element?: string;
  name: string;
  key: string | null;
}

export interface TrialIncident {
  element: string;
  code: string;
  message: string;
  expression?: string;
}

/** What an element brought, and where that is from. */
export interface StandIn {
  element: string;
  by: 'answer' | 'example' | 'default';
  value: Value;
}

export interface Outcome {
  state: TrialState;
  /** Why, in a sentence. */
  why: string;
  /** Where it ended, stopped or waits. */
  at: string[];
  /** Ids of elements and sequence flows that were passed, each once, in order. */
  passed: string[];
  /** Milliseconds by the trial's own clock. */
  lasted: number;
}

export interface Trial extends Outcome {
  record: { entity: string; id: string; title: string | null } | null;
  /** Whether the flow would have begun by itself; null where no record change starts it. */
  wouldStart: boolean | null;
  startedAt: number;
  path: PathStep[];
  /** The path is longer than is told. */
  isCut: boolean;
  variables: Variables;
  changes: TrialChange[];
  workItems: TrialWorkItem[];
  calls: TrialCall[];
  messages: TrialMessage[];
  /** Other flows that these changes would start. */
  starts: RecordStarts[];
  incidents: TrialIncident[];
  standIns: StandIn[];
  /** The same record in the version that runs now; null where it would not start there. */
  running?: Outcome | null;
}

export interface PathCounts {
  /** How many records passed each element and sequence flow. */
  passed: Record<string, number>;
  states: Record<string, number>;
}

export interface Simulated {
  flow: string;
  name: string;
  /** Null for a draft. */
  version: number | null;
  running: { version: number } | null;
  entity: string | null;
  /** How many records fit the question; `isMore` where there are more than were counted. */
  found: number;
  isMore: boolean;
  trials: Trial[];
  /** Chosen, and not tried in the time one request has: ask for these next. */
  left: string[];
  counts: { tried: PathCounts; running: PathCounts | null };
  limits: { records: number; steps: number; secondsPerRecord: number };
}
