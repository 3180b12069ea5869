/**
 * What waits for changes of records hears of them here, in the transaction of the change: one job with the events that
 * some flow may start for, or some instance waits for. Whether it does is decided later, so that a wrong condition
 * never fails a save.
 */
import type { Tx } from '../../../db/connect.ts';
import { enqueue } from '../../../job/index.ts';
import { newId } from '../../../db/new-id.ts';
import type { RelataEvent, Subscriber } from '../../../event/index.ts';
import { isAwaited } from '../conditions/waiting-for-records.ts';
import { isAnyQueued } from '../merged/queued.ts';
import type { RecordMergedPayload } from '../merged/record-merged.ts';
import type { Variables } from '../../step/types.ts';
import { toEventValue } from './event-value.ts';

export interface RecordChange {
  id: string;
  kind: 'created' | 'updated';
  /** The record after the change, as expressions see it, relations as `{id}`. */
  after: Variables;
  /** Fields that changed, as they were; null where the record is new. */
  before: Variables | null;
  actor: string;
  depth: number;
}

export interface RecordStartPayload {
  entity: string;
  changes: RecordChange[];
}

/** More changes at once than a person makes by hand are bulk. */
const interactiveAtMost = 20;

export interface SubscriberParts {
  typeOf(entity: string, field: string): string | undefined;
  now(): number;
  /** Jobs were written in a transaction that is not committed yet. */
  wakeSoon(): void;
}

export const recordStartSubscriber = (parts: SubscriberParts): Subscriber => ({
  id: 'flow.record-start',
  run: async (tx, events) => {
    const changes = Map.groupBy(events.filter(isRecordChange), (event) => event.entity!);
    for (const [entity, group] of changes) await leave(tx, parts, entity, group);
    const merged = Map.groupBy(
      events.filter(isMergedAway),
      ({ entity, cause }) => `${entity} ${cause.merge}`,
    );
    for (const group of merged.values()) await leaveMerge(tx, parts, group);
  },
});

const isMergedAway = ({ type, entity, recordId, cause }: RelataEvent): boolean =>
  entity !== null && recordId !== null && cause.merge !== undefined && type.endsWith('.deleted');

/** What runs about records that became one with another goes on about that one. */
async function leaveMerge(tx: Tx, parts: SubscriberParts, events: readonly RelataEvent[]): Promise<void> {
  const { cause, actor } = events[0]!;
  const entity = events[0]!.entity!;
  const from = events.map((event) => event.recordId!);
  const [found] = await tx<{ isNeeded: boolean }[]>`
    select exists (select 1 from flow.instance where subject_id = any(${from}::uuid[]) and subject_entity = ${entity})
      or exists (select 1 from flow.subscription where kind = 'condition' and record_id = any(${from}::uuid[])) as "isNeeded"`;
  if (found?.isNeeded !== true && !(await isAnyQueued(tx))) return;
  const payload = { entity, into: cause.merge!, from, actor } satisfies RecordMergedPayload;
  await enqueue(tx, [{ kind: 'flow.record-merged', lane: 0, dueAt: parts.now(), payload }]);
  if (cause.trial === undefined) parts.wakeSoon();
}

const isRecordChange = (event: RelataEvent): boolean =>
  event.entity !== null &&
  event.recordId !== null &&
  event.record !== undefined &&
  /\.(created|updated)$/.test(event.type);

async function leave(
  tx: Tx,
  parts: SubscriberParts,
  entity: string,
  events: readonly RelataEvent[],
): Promise<void> {
  const ids = events.map((event) => event.recordId!);
  if (!(await isAwaited(tx, entity, ids))) return;
  const changes = events.map((event) => changeOf(event, (field) => parts.typeOf(entity, field)));
  const lane = changes.length > interactiveAtMost ? 1 : 0;
  await tx`
    insert into core.job (id, kind, lane, due_at, payload)
    values (${newId()}, 'flow.record-start', ${lane}, to_timestamp(${parts.now()}::float8 / 1000),
      ${JSON.stringify({ entity, changes } satisfies RecordStartPayload)}::text::json)`;
  if (events.every(({ cause }) => cause.trial === undefined)) parts.wakeSoon();
}

function changeOf(event: RelataEvent, typeOf: (field: string) => string | undefined): RecordChange {
  const isNew = event.type.endsWith('.created');
  const convert = (values: Record<string, unknown>): Variables =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, toEventValue(typeOf(field), field, value)]),
    );
  const before = Object.fromEntries(
    Object.entries(event.changes).map(([field, change]) => [field, change.before ?? null]),
  );
  return {
    id: event.recordId!,
    kind: isNew ? 'created' : 'updated',
    after: convert(event.record ?? {}),
    before: isNew ? null : convert(before),
    actor: event.actor,
    depth: event.cause.depth,
  };
}
