/** What the rest of the system asks of records. Every call carries the actor; there is no way around access. */
import type { Actor } from '../access/actor.ts';
import type { Db, Sql, Tx } from '../db/connect.ts';
import type { Among, IdSet } from '../db/id-set.ts';
import type { Problem } from '../errors.ts';
import type { Cause, FieldChange } from '../event/event.ts';
import type { RecordService } from '../plugin.ts';
import type { RecordData, Values } from './definition.ts';

/** `{stage: {in: ['won']}, 'account.name': {contains: 'ltd'}, or: [...]}`; see `core/access/rule/parse.ts`. */
export type Filter = Record<string, unknown>;

export interface ReadInput {
  actor: Actor;
  entity: string;
  id: string;
  /** All readable fields when absent. */
  fields?: readonly string[];
}

export interface ListInput {
  actor: Actor;
  entity: string;
  filter?: Filter;
  /** Field ids, `-` before for descending; newest first when absent. */
  sort?: readonly string[];
  fields?: readonly string[];
  limit?: number;
  cursor?: string;
  /** `estimate` stops at 10,000. */
  count?: 'none' | 'estimate' | 'exact';
  search?: string;
  /** Deleted records instead of the living. */
  isBin?: boolean;
}

export interface RecordPage {
  items: RecordData[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
  count?: number;
  /** There are more than `count`. */
  countIsCapped?: boolean;
}

/** `squares` is the sum of the squares: with count and sum, what a variance is made of. */
export type MeasureFunction = 'count' | 'distinct' | 'sum' | 'min' | 'max' | 'average' | 'median' | 'squares';
/** Spans of time, in the company's zone; `weekday` (Monday is 1) and `hour` come round again. */
export type Bucket = 'hour' | 'weekday' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What a question may cost before it is refused with a sentence. */
export interface AggregateLimits {
  /** Groups that could come of it, as far as can be told beforehand. */
  combinations: number;
  milliseconds: number;
}

export interface AggregateMeasure {
  function: MeasureFunction;
  field?: string;
  /** The figure is of the days from this field to the other. */
  since?: string;
  /** Only of the records that fit. */
  where?: Filter;
  /** What the answer calls it; `sum.amount` when absent. */
  as?: string;
}

export interface AggregateInput {
  actor: Actor;
  entity: string;
  filter?: Filter;
  /** Only records that are in one of these sets at least. */
  among?: readonly Among[];
  search?: string;
  /** Fields, or paths such as `account.industry`. */
  group?: readonly { field: string; bucket?: Bucket }[];
  measures: readonly AggregateMeasure[];
  /** By the groups when `measure`, the place of one of `measures`, is absent. */
  order?: { measure?: number; isDescending?: boolean };
  /** Groups: 5,000 when absent, and at most. */
  limit?: number;
  limits?: AggregateLimits;
}

/** `field`: the record's `id`, or a relation to one record. */
export interface IdsInput extends Pick<AggregateInput, 'actor' | 'entity' | 'filter' | 'among'> {
  field: string;
}

export interface AggregateRow {
  group: Record<string, unknown>;
  /** `count`, `sum.amount`, …; money as a list with one entry per currency. */
  values: Record<string, unknown>;
}

export interface AggregateResult {
  rows: AggregateRow[];
  /** There are more groups than were asked for. */
  isCut: boolean;
}

export type Change =
  | { op: 'create'; entity: string; id?: string; values: Values }
  | { op: 'update'; entity: string; id: string; version?: number; values: Values }
  | { op: 'delete'; entity: string; id: string; version?: number }
  | { op: 'restore'; entity: string; id: string };

export type ChangeResult = { ok: true; id: string; version: number } | { ok: false; problem: Problem };

export interface WriteInput {
  actor: Actor;
  changes: readonly Change[];
  /** `depth` 0 when absent. */
  cause?: Partial<Cause>;
  /** Subscribers are not called: an import that was told not to start flows. Events are written all the same. */
  isQuiet?: boolean;
}

export interface MergeInput {
  actor: Actor;
  entity: string;
  /** The record that stays. */
  into: string;
  /** Those that go into the bin; empty fields of the first are filled from them, in this order. */
  from: readonly string[];
  /** What it shall have, whatever the records say. */
  values?: Values;
  cause: Partial<Cause>;
}

export interface UndoInput {
  actor: Actor;
  /** Id of the request whose changes are taken back. */
  of: string;
  cause: Partial<Cause>;
}

export interface SkippedRecord {
  entity: string;
  id: string;
  title: unknown;
  /** Changed since, and left as they are. */
  fields: string[];
  /** Why nothing of it, or not all, could be taken back. */
  problem?: Problem;
}

export interface UndoResult {
  /** Records. */
  undone: number;
  skipped: SkippedRecord[];
  /** Records that were skipped and that the actor may not see. */
  hidden: number;
}

export interface TimelineInput {
  actor: Actor;
  entity: string;
  id: string;
  limit?: number;
  cursor?: string;
}

export interface TimelineItem {
  id: string;
  at: string;
  /** `<entity>.<kind>` of a record, `<plugin>.<name>` of a fact of a plugin. */
  type: string;
  actor: { id: string; title: string };
  /** By field, or by the names of the fact's values. */
  changes: Record<string, FieldChange>;
  cause: unknown;
}

export interface TimelinePage {
  items: TimelineItem[];
  next: string | null;
}

export interface RevealInput {
  actor: Actor;
  entity: string;
  id: string;
  field: string;
  cause: Partial<Cause>;
}

export interface SimilarInput {
  actor: Actor;
  entity: string;
  query: string;
  limit?: number;
}

export interface SimilarRecord {
  id: string;
  title: string | null;
  /** Between 0 and 1; 1 is the whole title. */
  score: number;
}

export interface RecordStore {
  /** Problem `not-found` when it is not there or not to be seen. */
  read(input: ReadInput, db?: Db): Promise<RecordData>;
  /** In the order of `ids`; null where nothing may be seen. */
  readMany(
    input: Omit<ReadInput, 'id'> & { ids: readonly string[] },
    db?: Db,
  ): Promise<(RecordData | null)[]>;
  list(input: ListInput, db?: Db): Promise<RecordPage>;
  aggregate(input: AggregateInput, db?: Db): Promise<AggregateResult>;
  /** For the `among` of another question; nothing is read. */
  ids(input: IdsInput): IdSet;
  /** Records whose search text has the words, or nearly; best first. */
  similar(input: SimilarInput, db?: Sql): Promise<SimilarRecord[]>;
  /** Own events of a record, newest first. */
  timeline(input: TimelineInput, db?: Db): Promise<TimelinePage>;
  /**
   * Results in the order of `changes`. Without `tx` it runs in its own transaction and wakes the live stream;
   * with one, call `events.wake()` after commit.
   */
  write(input: WriteInput, tx?: Tx): Promise<ChangeResult[]>;
  /** Makes one record of several; throws what `write` would answer. Its `cause.request` is what `undo` takes. */
  merge(input: MergeInput): Promise<Extract<ChangeResult, { ok: true }>>;
  /** The value of a secret field, for who may see it; null when it is empty. Writes that it was read. */
  reveal(input: RevealInput): Promise<string | null>;
  /** Takes back what one request of the actor's last 24 hours changed. */
  undo(input: UndoInput): Promise<UndoResult>;
  /** Of these, the ids the actor may see now, deleted ones included. */
  visible(input: { actor: Actor; entity: string; ids: readonly string[] }, db?: Db): Promise<Set<string>>;
  /** The same with actor, cause and transaction already in it, for handlers and plugins. */
  service(actor: Actor, tx?: Tx, cause?: Partial<Cause>): RecordService;
}
