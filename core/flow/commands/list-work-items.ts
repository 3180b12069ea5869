import type { Actor } from '../../access/actor.ts';
import type { Subject } from '../step/types.ts';
import { keysetPage } from './keyset-page.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts, Page, Paging, Reference } from './parts.ts';
import { subjectOf, subjectTitles, type TitledSubject } from './subjects.ts';
import {
  candidateIs,
  visibleTo,
  workItemColumns,
  type WorkForm,
  type WorkItemRow,
} from './work-item-rows.ts';
import { people } from '../shell/sql/people.ts';

export interface WorkItemQuery extends Paging {
  actor: Actor;
  /** `me`: mine, and what I may claim. `nobody`: unassigned. Else a user's id. */
  assignee?: string;
  instance?: string;
  subject?: Subject;
  flow?: string;
  state: 'open' | 'completed' | 'cancelled';
}

export interface WorkItemView {
  id: string;
  instance: string;
  flow: string;
  flowName: string;
  version: number;
  element: string;
  name: string;
  /** What is to be done, as the flow says it. */
  help: string | null;
  state: string;
  assignee: Reference | null;
  candidates: { users: Reference[]; roles: string[] };
  due: Date | null;
  followUp: Date | null;
  priority: number;
  createdAt: Date;
  endedAt: Date | null;
  form: WorkForm | null;
  /** A code, such as `assignee-nobody`. */
  note: string | null;
  record: TitledSubject | null;
}

/** What the actor may see, newest first. */
export async function listWorkItems(parts: FlowParts, query: WorkItemQuery): Promise<Page<WorkItemView>> {
  const { sql } = parts;
  const { actor, instance, subject, flow, state, limit, cursor, count } = query;
  const filter = sql`state = ${state} and ${visibleTo(sql, actor)} ${assigneeIs(parts, query)}
    ${instance ? sql`and instance_id = ${instance}` : sql``} ${flow ? sql`and flow = ${flow}` : sql``}
    ${subject ? sql`and subject_id = ${subject.id} and subject_entity = ${subject.entity}` : sql``}`;
  const rows = await sql<WorkItemRow[]>`
    select ${workItemColumns(sql)} from flow.work_item
    where ${filter} ${cursor ? sql`and id < ${cursor}` : sql``} order by id desc limit ${limit + 1}`;
  const items = await viewsOf(parts, actor, rows);
  return keysetPage(
    items,
    limit,
    count && count !== 'none'
      ? () => sql`select count(*)::int from flow.work_item where ${filter}`
      : undefined,
  );
}

function assigneeIs({ sql }: FlowParts, { actor, assignee }: WorkItemQuery) {
  if (assignee === undefined) return sql``;
  if (assignee === 'nobody') return sql`and assignee is null`;
  if (assignee !== 'me') return sql`and assignee = ${assignee}`;
  return sql`and (assignee = ${actor.userId}::uuid or (assignee is null and ${candidateIs(sql, actor)}))`;
}

export async function viewsOf(
  parts: FlowParts,
  actor: Actor,
  rows: readonly WorkItemRow[],
): Promise<WorkItemView[]> {
  const named = [
    ...new Set(rows.flatMap((row) => [...(row.assignee ? [row.assignee] : []), ...row.candidateUsers])),
  ];
  const [titles, users] = await Promise.all([
    subjectTitles(parts, actor, rows),
    named.length > 0 ? people(parts.sql, named) : new Map<string, { name?: unknown }>(),
  ]);
  const texts = flowTexts(parts, actor);
  const reference = (id: string): Reference => ({ id, title: String(users.get(id)?.name ?? '') });
  return Promise.all(
    rows.map(async (row) => {
      const {
        wait: _wait,
        assignee,
        candidateUsers,
        candidateRoles,
        subjectEntity: _entity,
        subjectId: _id,
        ...shown
      } = row;
      const { name: flowName, graph } = await parts.definitions.get(row.flow, row.version);
      const help = graph.nodes[row.element]?.work?.help;
      return {
        ...shown,
        name: texts.element(row.flow, row.element, row.name),
        help: help === undefined ? null : texts.help(row.flow, row.element, help),
        form: texts.form(row.flow, row.element, row.form),
        flowName: texts.flow(row.flow, flowName),
        assignee: assignee ? reference(assignee) : null,
        candidates: { users: candidateUsers.map(reference), roles: candidateRoles },
        record: subjectOf(row, titles),
      };
    }),
  );
}
