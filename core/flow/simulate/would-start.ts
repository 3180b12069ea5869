/** Which records would have started a flow: asked of the same decision that starts flows at work. */
import type { Tx } from '../../db/connect.ts';
import type { FieldChange } from '../../event/event.ts';
import type { Definition } from '../shell/definitions.ts';
import type { ShellParts } from '../shell/options.ts';
import { readRecords } from '../shell/read-records.ts';
import { toEventValue } from '../shell/starts/event-value.ts';
import { decide } from '../shell/starts/record-start.ts';
import type { RecordChange } from '../shell/starts/record-subscriber.ts';
import type { Value, Variables } from '../step/types.ts';
import { subscriptionsOf } from './starts-of.ts';

export interface Begun {
  event: string;
  part: number;
  before?: Value;
}

interface StartsInput {
  tx: Tx;
  parts: ShellParts;
  definition: Definition;
  entity: string;
  changes: readonly RecordChange[];
}

/** By record; the newest change that starts it counts. */
export async function startedBy(input: StartsInput): Promise<Map<string, Begun>> {
  const { tx, parts, definition, entity, changes } = input;
  const begun = new Map<string, Begun>();
  for (const subscription of subscriptionsOf(definition)) {
    if (subscription.body.record?.entity !== entity) continue;
    const { event, part } = subscription;
    const { items } = await decide({ tx, parts, subscription, entity, changes });
    for (const { item } of items)
      if (item.subject && !begun.has(item.subject.id))
        begun.set(item.subject.id, {
          event,
          part,
          ...(item.before !== undefined && { before: item.before }),
        });
  }
  return begun;
}

/** As though these records were new: whether their condition holds now. */
export async function asNew(
  { tx, parts, definition, entity }: Omit<StartsInput, 'changes'>,
  ids: readonly string[],
): Promise<RecordChange[]> {
  const found = await wholeRecords({ tx, parts, definition, entity }, ids);
  const isCreated = subscriptionsOf(definition).some(
    ({ body }) => body.record?.on.includes('created') ?? true,
  );
  return [...found].map(([id, after]) => ({
    id,
    kind: isCreated ? 'created' : 'updated',
    after,
    before: null,
    actor: 'system',
    depth: 0,
  }));
}

async function wholeRecords(
  { tx, parts, definition, entity }: Omit<StartsInput, 'changes'>,
  ids: readonly string[],
): Promise<Map<string, Variables>> {
  const actor = await parts.identity.flowActor(definition.key);
  const wanted = ids.map((id) => ({ entity, id, paths: ['*'] }));
  const found = await readRecords({ db: tx, parts, actor, wanted });
  return new Map(
    // A record as expressions see it is an object.
    ids.flatMap((id): [string, Variables][] => {
      const record = found.get(`${entity}/${id}`);
      return record ? [[id, record as Variables]] : [];
    }),
  );
}

interface PastRow {
  type: string;
  id: string;
  changes: Record<string, FieldChange>;
  actor: string;
}

const mostEvents = 20_000;

export interface PastInput extends Omit<StartsInput, 'changes'> {
  /** Milliseconds since 1970. */
  since: number;
  ids?: readonly string[];
}

/** Changes of the time since, newest first; each with the record as it was then, undone step by step from today's. */
export async function pastChanges(input: PastInput): Promise<{ changes: RecordChange[]; isMore: boolean }> {
  const { tx, parts, entity, since, ids } = input;
  const rows = await tx<PastRow[]>`
    select type, record_id as id, changes, actor from core.event
    where at >= to_timestamp(${since}::float8 / 1000) and entity = ${entity}
      and type in (${`${entity}.created`}, ${`${entity}.updated`})
      ${ids ? tx`and record_id = any(${[...ids]}::uuid[])` : tx``}
    order by at desc, id desc limit ${mostEvents + 1}`;
  const told = rows.slice(0, mostEvents);
  const records = await wholeRecords(input, [...new Set(told.map((row) => row.id))]);
  const { fields } = parts.registry.entity(entity);
  const changes: RecordChange[] = [];
  for (const { type, id, changes: changed, actor } of told) {
    const after = records.get(id);
    if (!after) continue;
    const before = Object.fromEntries(
      Object.entries(changed).map(([field, change]) => [
        field,
        toEventValue(fields[field]?.type, field, change.before ?? null),
      ]),
    );
    const isNew = type.endsWith('.created');
    changes.push({
      id,
      kind: isNew ? 'created' : 'updated',
      after,
      before: isNew ? null : before,
      actor,
      depth: 0,
    });
    records.set(id, { ...after, ...before });
  }
  return { changes, isMore: rows.length > mostEvents };
}
