/** Running and finished instances as two tables of one shape, with what a question asks of them. */
import type { PendingQuery, Row } from 'postgres';
import type { InstanceQuery, InstanceState } from './list-instances.ts';
import type { FlowParts } from './parts.ts';

export interface InstanceSource {
  table: Fragment;
  columns: Fragment;
  where: Fragment;
}

type Parts = Pick<FlowParts, 'sql'>;
type Question = Omit<InstanceQuery, 'actor' | 'limit'>;
type Fragment = PendingQuery<Row[]>;

const hotStates = new Set<InstanceState>(['active', 'suspended', 'incident']);

/** Both, or the one where instances of the wanted kind can be. */
export function sourcesOf(parts: FlowParts, query: InstanceQuery): InstanceSource[] {
  const { state, element, isStuck } = query;
  const hot = running(parts, query);
  if (element !== undefined || isStuck) return state && !hotStates.has(state) ? [] : [hot];
  const ended = finished(parts, query);
  if (!state) return [hot, ended];
  return hotStates.has(state) ? [hot] : [ended];
}

/**
 * Whether rows are looked through that no index finds. A question that names the key or the record of an instance
 * finds few anyway.
 */
export const isScan = ({ version, state, element, variable, businessKey, subject }: InstanceQuery): boolean =>
  businessKey === undefined &&
  subject === undefined &&
  (version !== undefined || state !== undefined || element !== undefined || variable !== undefined);

/** Of running instances alone. */
export function running(parts: Parts, query: Question): InstanceSource {
  const { sql } = parts;
  const { state, element, variable, isStuck } = query;
  const stopped = sql`exists (select from flow.incident where instance_id = instance.id and resolved_at is null)`;
  const inState = {
    active: sql`and status = 'active' and not ${stopped}`,
    incident: sql`and (status = 'incident' or (status = 'active' and ${stopped}))`,
    suspended: sql`and status = 'suspended'`,
  };
  const inside = sql`state->'scopes'->0->'variables'`;
  return {
    table: sql`flow.instance`,
    columns: sql`id, flow, version, case when status = 'active' and ${stopped} then 'incident' else status end as status,
      state, ${shared(parts)}, null::timestamptz as "endedAt", is_stuck as "isStuck"`,
    where: sql`${common(parts, query)} ${state && state in inState ? inState[state as keyof typeof inState] : sql``}
      ${state && !hotStates.has(state) ? sql`and false` : sql``}
      ${element === undefined ? sql`` : sql`and ${element} = any(elements)`} ${isStuck ? sql`and is_stuck` : sql``}
      ${variable ? hasVariable(parts, inside, variable) : sql``}`,
  };
}

function finished(parts: Parts, query: Question): InstanceSource {
  const { sql } = parts;
  const { state, variable } = query;
  return {
    table: sql`flow.finished`,
    columns: sql`id, flow, version, status, null::json as state, ${shared(parts)}, ended_at as "endedAt",
      false as "isStuck"`,
    where: sql`${common(parts, query)} ${state ? sql`and status = ${state}` : sql``}
      ${variable ? hasVariable(parts, sql`variables`, variable) : sql``}`,
  };
}

const common = ({ sql }: Parts, { flow, version, businessKey, subject }: Question) => sql`true
  ${flow ? sql`and flow = ${flow}` : sql``} ${version ? sql`and version = ${version}` : sql``}
  ${businessKey ? sql`and business_key = ${businessKey}` : sql``}
  ${subject ? sql`and subject_id = ${subject.id} and subject_entity = ${subject.entity}` : sql``}`;

const shared = ({ sql }: Parts) =>
  sql`subject_entity as "subjectEntity", subject_id as "subjectId", business_key as "businessKey",
    started_by as "startedBy", started_at as "startedAt"`;

/** As text: the driver sends `null` as SQL's null, which nothing equals. */
const hasVariable = (
  { sql }: Parts,
  variables: Fragment,
  { name, value }: NonNullable<Question['variable']>,
) =>
  value === undefined
    ? sql`and ${variables}->${name} is not null`
    : sql`and (${variables}->${name})::jsonb = ${JSON.stringify(value)}::text::jsonb`;
