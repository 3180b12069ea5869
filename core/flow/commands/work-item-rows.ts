import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import type { Sql } from '../../db/connect.ts';
import { readTogether } from '../../db/read-together.ts';
import type { FlowParts } from './parts.ts';

/** A work item as it is stored. */
export interface WorkItemRow {
  id: string;
  instance: string;
  wait: number;
  flow: string;
  version: number;
  element: string;
  name: string;
  state: 'open' | 'completed' | 'cancelled';
  assignee: string | null;
  candidateUsers: string[];
  candidateRoles: string[];
  due: Date | null;
  followUp: Date | null;
  priority: number;
  form: WorkForm | null;
  note: string | null;
  subjectEntity: string | null;
  subjectId: string | null;
  createdAt: Date;
  endedAt: Date | null;
}

export interface WorkFormField {
  id: string;
  type: string;
  label?: string;
  required?: boolean;
  /** JSONata over the other fields. */
  visible?: string;
  requiredIf?: string;
  options?: { value: string; label: string }[];
}

export type WorkForm = { screen: string } | { fields: WorkFormField[] };

export const workItemColumns = (sql: FlowParts['sql']) => sql`
  id, instance_id as instance, wait, flow, version, element, name, state, assignee, candidate_users as "candidateUsers",
  candidate_roles as "candidateRoles", due_at as due, follow_up_at as "followUp", priority, form, note,
  subject_entity as "subjectEntity", subject_id as "subjectId", created_at as "createdAt", ended_at as "endedAt"`;

export const readWorkItems = (sql: Sql) =>
  readTogether(async (ids) => {
    const rows = await sql<WorkItemRow[]>`
      select ${workItemColumns(sql)} from flow.work_item where id = any(${[...ids]}::uuid[])`;
    return new Map(rows.map((row) => [row.id, row]));
  });

/** The assignee, the assignee's managers, candidates while nobody has it, and operators. */
export const visibleTo = (sql: FlowParts['sql'], actor: Actor) =>
  may(actor, 'flows.operate')
    ? sql`true`
    : sql`(assignee = any(${peopleOf(actor)}::uuid[]) or (assignee is null and ${candidateIs(sql, actor)}))`;

export const candidateIs = (sql: FlowParts['sql'], actor: Actor) =>
  sql`(${actor.userId}::uuid = any(candidate_users) or candidate_roles && ${[...actor.roles]}::text[])`;

export const peopleOf = (actor: Actor): string[] => [
  ...new Set([...actor.teamUserIds, ...(actor.userId ? [actor.userId] : [])]),
];

/** The same as `visibleTo`, for a row at hand: who sees an open item may also act on it. */
export function mayAct(actor: Actor, row: WorkItemRow): boolean {
  if (may(actor, 'flows.operate')) return true;
  if (row.assignee) return peopleOf(actor).includes(row.assignee);
  const isNamed = actor.userId !== null && row.candidateUsers.includes(actor.userId);
  return isNamed || row.candidateRoles.some((role) => actor.roles.includes(role));
}
