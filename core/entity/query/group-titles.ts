import type { FieldShape } from '../../access/shape.ts';
import type { Db } from '../../db/connect.ts';
import type { AggregateRow } from '../record-store.ts';
import type { Asking } from './guard.ts';
import { readRecords } from './read-records.ts';

export interface GroupTitlesInput {
  asking: Asking;
  groups: readonly { name: string; field: FieldShape }[];
  rows: readonly AggregateRow[];
  db: Db;
}

/** Groups by relation and by person answer `{id, title}`, the title only if it may be seen. */
export async function groupTitles({ asking, groups, rows, db }: GroupTitlesInput): Promise<void> {
  const { context, actor } = asking;
  for (const { name, field } of groups) {
    const isPerson = field.target === 'user' || field.id === 'createdBy' || field.id === 'updatedBy';
    if (!isPerson && !field.target) continue;
    const ids = rows.flatMap((row) => row.group[name]).filter((id) => typeof id === 'string');
    const titles = isPerson
      ? await context.people.names(ids)
      : await recordTitles({ context, actor, entity: field.target! }, ids, db);
    for (const row of rows) {
      const id = row.group[name];
      if (typeof id === 'string') row.group[name] = { id, title: titles.get(id) ?? null };
      // Of a list, as histories have them, only those that may be seen.
      else if (Array.isArray(id))
        row.group[name] = id
          .filter((one) => titles.has(one))
          .map((one) => ({ id: one, title: titles.get(one) }));
    }
  }
}

async function recordTitles(asking: Asking, ids: readonly string[], db: Db): Promise<Map<string, string>> {
  const { context, actor, entity } = asking;
  const { title } = context.models.get(entity).definition;
  if (!context.access.alwaysSees(actor, entity, title)) return new Map();
  const records = await readRecords(context, { actor, entity, ids, fields: [title] }, db);
  return new Map(
    records.filter((record) => record !== null).map((record) => [record.id, titleText(record[title])]),
  );
}

const titleText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
