/**
 * Records that describe segments: when one changes, what the segment reads is worked out in the same transaction, and
 * its members soon after. A condition that cannot be read refuses the record.
 */
import type { RelataEvent, Subscriber } from '../event/index.ts';
import type { Tx } from '../db/connect.ts';
import type { EntityDefinition } from '../entity/definition.ts';
import type { Models } from '../entity/models.ts';
import { invalid } from '../errors.ts';
import { enqueue } from '../job/index.ts';
import { parseCondition } from './condition.ts';
import { dropSegments, saveSegment } from './sql/save-segment.ts';
import { refersBack } from './sql/refers-back.ts';
import { watchesOf } from './watches.ts';

export interface KeepParts {
  models: Pick<Models, 'get' | 'shapes'>;
  hasEntity(entity: string): boolean;
  now(): number;
  wakeSoon(): void;
}

export const segmentDefinitionSubscriber = (parts: KeepParts): Subscriber => ({
  id: 'segment.definition',
  hearsQuiet: true,
  run: async (tx, events) => {
    for (const [entity, group] of Map.groupBy(events, (event) => event.entity)) {
      if (entity === null || !parts.hasEntity(entity)) continue;
      const { definition } = parts.models.get(entity);
      if (definition.members) await keep(tx, parts, definition, group);
    }
  },
});

/** `Quiet for 90 days` → `quiet-for-90-days`; empty where nothing of it is a letter of ASCII. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

interface Described {
  id: string;
  key: string | null;
  name: string | null;
  condition: unknown;
  isDeleted: boolean;
}

async function keep(
  tx: Tx,
  parts: KeepParts,
  definition: EntityDefinition,
  events: readonly RelataEvent[],
): Promise<void> {
  const { of, condition, key, entered, left } = definition.members!;
  const changed = events.filter(
    ({ type, changes }) =>
      !type.endsWith('.updated') || [condition, key, definition.title].some((field) => field in changes),
  );
  if (changed.length === 0) return;
  const shape = parts.models.shapes(definition.id);
  const column = (field: string): string => shape.fields.get(field)!.sql('t');
  const rows = await tx.unsafe<Described[]>(
    `select t.id, ${column(key)} as key, ${column(definition.title)} as name, ${column(condition)} as condition,
       t.deleted_at is not null as "isDeleted" from ${shape.table} t where t.id = any($1::uuid[])`,
    [changed.map(({ recordId }) => recordId!)],
  );
  await dropSegments(
    tx,
    rows.filter(({ isDeleted }) => isDeleted).map(({ id }) => id),
  );
  for (const row of rows.filter(({ isDeleted }) => !isDeleted)) {
    const now = parts.now();
    const parsed =
      row.condition === null
        ? null
        : parseCondition({ condition: row.condition, entity: of, shapes: parts.models.shapes, now });
    if (parsed && (await refersBack(tx, row.id, { entity: of, segments: parsed.segments })))
      throw invalid([{ pointer: `/${condition}`, code: 'segment-circle' }]);
    await saveSegment(tx, {
      id: row.id,
      definedBy: definition.id,
      entity: of,
      key: row.key || slugOf(row.name ?? '') || row.id,
      name: row.name ?? '',
      condition: row.condition,
      entered,
      left,
      readsTime: parsed?.readsTime ?? false,
      watches: parsed ? watchesOf(parsed.condition, of) : [],
    });
    await enqueue(tx, [{ kind: 'segment.build', lane: 3, dueAt: now, payload: { segment: row.id } }]);
  }
  parts.wakeSoon();
}
