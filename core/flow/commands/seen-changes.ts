import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import type { FlowChange } from '../shell/changes.ts';
import type { FlowParts } from './parts.ts';
import { subjectTitles } from './subjects.ts';
import { visibleTo } from './work-item-rows.ts';

export interface SeenChange {
  instances: string[];
  workItems: string[];
  operations: string[];
  flows: string[];
  /** More changed than is named: reload what is shown. */
  isMore: boolean;
}

/** Of what changed, that which the actor may see now, for the live stream. */
export async function seenChanges(
  parts: FlowParts,
  { actor, change }: { actor: Actor; change: FlowChange },
): Promise<SeenChange> {
  const [instances, workItems] = await Promise.all([
    may(actor, 'flows.operate') ? change.instances : instancesOf(parts, actor, change.instances),
    workItemsOf(parts, actor, change.workItems),
  ]);
  const operations = may(actor, 'flows.operate') ? change.operations : [];
  const flows = may(actor, 'flows.deploy') ? change.flows : [];
  return { instances, workItems, operations, flows, isMore: change.isMore };
}

async function workItemsOf({ sql }: FlowParts, actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    select id from flow.work_item where id = any(${[...ids]}::uuid[]) and ${visibleTo(sql, actor)}`;
  return rows.map((row) => row.id);
}

interface Row {
  id: string;
  subjectEntity: string | null;
  subjectId: string | null;
}

async function instancesOf(parts: FlowParts, actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await parts.sql<Row[]>`
    select id, subject_entity as "subjectEntity", subject_id as "subjectId" from flow.instance
    where id = any(${[...ids]}::uuid[]) and subject_id is not null
    union all
    select id, subject_entity, subject_id from flow.finished where id = any(${[...ids]}::uuid[]) and subject_id is not null`;
  const titles = await subjectTitles(parts, actor, rows);
  return rows.filter((row) => titles.has(row.subjectId!)).map((row) => row.id);
}
