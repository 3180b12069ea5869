import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';
import { subjectTitles } from './subjects.ts';

/** The other end of a call. */
export interface CalledInstance {
  id: string;
  flow: string;
  flowName: string;
  /** The call activity, in the instance that called. */
  element: string;
  state: string;
}

interface Row {
  id: string;
  flow: string;
  name: string;
  element: string;
  state: string;
  isParent: boolean;
  subjectEntity: string | null;
  subjectId: string | null;
}

const mostChildren = 200;

/** The instances next to this one in the tree of calls, as far as the actor may see them. */
export async function readCalls(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<{ parent: CalledInstance | null; children: CalledInstance[] }> {
  const rows = await seen(parts, actor, await neighbours(parts, id));
  const texts = flowTexts(parts, actor);
  const show = ({ id: other, flow, name, element, state }: Row): CalledInstance => ({
    id: other,
    flow,
    flowName: texts.flow(flow, name),
    element,
    state,
  });
  const parent = rows.find((row) => row.isParent);
  return {
    parent: parent === undefined ? null : show(parent),
    children: rows.filter((row) => !row.isParent).map(show),
  };
}

const neighbours = ({ sql }: FlowParts, id: string): Promise<Row[]> => sql<Row[]>`
  select linked.other as id, found.flow, definition.name, linked.element, linked."isParent",
    case when found.status = 'active' and exists (
      select from flow.incident where instance_id = linked.other and resolved_at is null) then 'incident' else found.status end as state,
    found.subject_entity as "subjectEntity", found.subject_id as "subjectId"
  from (
    select parent_id as other, element, true as "isParent" from flow.call where child_id = ${id}
    union all
    (select child_id, element, false from flow.call where parent_id = ${id} order by ask limit ${mostChildren})
  ) linked
  cross join lateral (
    select flow, version, status, subject_entity, subject_id from flow.instance where instance.id = linked.other
    union all
    select flow, version, status, subject_entity, subject_id from flow.finished where finished.id = linked.other
  ) found
  join flow.definition on definition.key = found.flow and definition.version = found.version
  order by linked.other`;

async function seen(parts: FlowParts, actor: Actor, rows: readonly Row[]): Promise<readonly Row[]> {
  if (rows.length === 0 || may(actor, 'flows.operate')) return rows;
  const titles = await subjectTitles(parts, actor, rows);
  return rows.filter((row) => row.subjectId !== null && titles.has(row.subjectId));
}
