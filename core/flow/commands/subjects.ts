import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import type { Subject } from '../step/types.ts';
import type { FlowParts } from './parts.ts';

export interface TitledSubject extends Subject {
  /** Null where the actor may not read it. */
  title: string | null;
}

interface Row {
  subjectEntity: string | null;
  subjectId: string | null;
}

/** Titles of subjects, by id, as far as the actor may read them. */
export async function subjectTitles(
  parts: FlowParts,
  actor: Actor,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const wanted = rows.filter(
    (row) => row.subjectEntity && row.subjectId && parts.registry.hasEntity(row.subjectEntity),
  );
  for (const [entity, group] of Map.groupBy(wanted, (row) => row.subjectEntity!)) {
    const { title } = parts.registry.entity(entity);
    const ids = [...new Set(group.map((row) => row.subjectId!))];
    const found = await parts.records.readMany({ actor, entity, ids, fields: [title] });
    for (const record of found) if (record) titles.set(record.id, String(record[title] ?? ''));
  }
  return titles;
}

export const subjectOf = (row: Row, titles: ReadonlyMap<string, string>): TitledSubject | null =>
  row.subjectEntity && row.subjectId
    ? { entity: row.subjectEntity, id: row.subjectId, title: titles.get(row.subjectId) ?? null }
    : null;

/** Operators see every instance; others the story of instances of records that they see. */
export async function maySee(parts: FlowParts, actor: Actor, row: Row): Promise<boolean> {
  if (may(actor, 'flows.operate')) return true;
  if (!row.subjectEntity || !row.subjectId) return false;
  return (await subjectTitles(parts, actor, [row])).has(row.subjectId);
}
