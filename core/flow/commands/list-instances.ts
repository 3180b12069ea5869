import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { forbidden, notFound } from '../../errors.ts';
import { summarize } from '../step/index.ts';
import type { Subject } from '../step/types.ts';
import type { FoundInstance } from './find-instance.ts';
import { keysetPage } from './keyset-page.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts, Page, Paging } from './parts.ts';
import { maySee, subjectOf, subjectTitles, type TitledSubject } from './subjects.ts';

export const instanceStates = [
  'active',
  'completed',
  'terminated',
  'failed',
  'suspended',
  'incident',
] as const;
export type InstanceState = (typeof instanceStates)[number];

export interface InstanceQuery extends Paging {
  actor: Actor;
  flow?: string;
  state?: InstanceState;
  businessKey?: string;
  subject?: Subject;
}

export interface InstanceItem {
  id: string;
  flow: string;
  flowName: string;
  version: number;
  state: string;
  subject: TitledSubject | null;
  businessKey: string | null;
  startedAt: Date;
  endedAt: Date | null;
  tokens: { element: string; name: string }[];
}

const hotStates = new Set<InstanceState>(['active', 'suspended', 'incident']);

/** Newest first. Without the permission to operate flows one must ask about a record that one sees. */
export async function listInstances(parts: FlowParts, query: InstanceQuery): Promise<Page<InstanceItem>> {
  await checkMaySee(parts, query);
  const { sql } = parts;
  const { actor, limit, cursor, count } = query;
  const page = cursor ? sql`and id < ${cursor}` : sql``;
  const sources = sourcesOf(parts, query);
  const rows = await sql<FoundInstance[]>`
    select * from (${sources.map(
      (source, index) => sql`${index > 0 ? sql`union all` : sql``}
      (select ${source.columns} from ${source.table} where ${source.where} ${page} order by id desc limit ${limit + 1})`,
    )}) as found
    order by id desc limit ${limit + 1}`;
  const counted = (): PromiseLike<{ count: number }[]> => sql<{ count: number }[]>`
    select sum(count)::int as count from (
      ${sources.map(
        (source, index) => sql`${index > 0 ? sql`union all` : sql``}
        select count(*) from ${source.table} where ${source.where}`,
      )}) as counts`;
  const items = await itemsOf(parts, actor, rows);
  return keysetPage(items, limit, count && count !== 'none' ? counted : undefined);
}

async function checkMaySee(parts: FlowParts, { actor, subject }: InstanceQuery): Promise<void> {
  if (may(actor, 'flows.operate')) return;
  if (!subject) throw forbidden('flows.operate');
  if (!(await maySee(parts, actor, { subjectEntity: subject.entity, subjectId: subject.id })))
    throw notFound(subject.entity, subject.id);
}

function sourcesOf({ sql }: FlowParts, { flow, state, businessKey, subject }: InstanceQuery) {
  const common = sql`true
    ${flow ? sql`and flow = ${flow}` : sql``} ${businessKey ? sql`and business_key = ${businessKey}` : sql``}
    ${subject ? sql`and subject_id = ${subject.id} and subject_entity = ${subject.entity}` : sql``}`;
  const stopped = sql`exists (select from flow.incident where instance_id = instance.id and resolved_at is null)`;
  const inState = {
    active: sql`and status = 'active' and not ${stopped}`,
    incident: sql`and (status = 'incident' or (status = 'active' and ${stopped}))`,
    suspended: sql`and status = 'suspended'`,
  };
  const shared = sql`subject_entity as "subjectEntity", subject_id as "subjectId", business_key as "businessKey",
    started_by as "startedBy", started_at as "startedAt"`;
  const hot = {
    table: sql`flow.instance`,
    columns: sql`id, flow, version, case when status = 'active' and ${stopped} then 'incident' else status end as status,
      state, ${shared}, null::timestamptz as "endedAt"`,
    where: sql`${common} ${state && state in inState ? inState[state as keyof typeof inState] : sql``}`,
  };
  const finished = {
    table: sql`flow.finished`,
    columns: sql`id, flow, version, status, null::json as state, ${shared}, ended_at as "endedAt"`,
    where: sql`${common} ${state ? sql`and status = ${state}` : sql``}`,
  };
  if (!state) return [hot, finished];
  return hotStates.has(state) ? [hot] : [finished];
}

async function itemsOf(
  parts: FlowParts,
  actor: Actor,
  rows: readonly FoundInstance[],
): Promise<InstanceItem[]> {
  const titles = await subjectTitles(parts, actor, rows);
  const texts = flowTexts(parts, actor);
  return Promise.all(
    rows.map(async (row) => {
      const { name, graph } = await parts.definitions.get(row.flow, row.version);
      const tokens = row.state ? summarize(graph, row.state).tokens : [];
      const { id, flow, version, status, businessKey, startedAt, endedAt } = row;
      return {
        id,
        flow,
        flowName: texts.flow(flow, name),
        version,
        state: status,
        subject: subjectOf(row, titles),
        businessKey,
        startedAt,
        endedAt,
        tokens: tokens.map(({ element }) => ({
          element,
          name: texts.element(flow, element, graph.nodes[element]?.name ?? ''),
        })),
      };
    }),
  );
}
