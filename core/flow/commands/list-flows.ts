import type { Actor } from '../../access/actor.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts, Page, Reference } from './parts.ts';

interface Counts {
  active: number;
  incident: number;
  completed: number;
}

export interface FlowItem {
  key: string;
  name: string;
  version: number;
  subject: string | null;
  deployedAt: Date;
  deployedBy: Reference;
  /** `atLeast` names those where counting stopped at 10,000. */
  counts: Counts & { atLeast: (keyof Counts)[] };
}

const mostCounted = 10_000;

/** The latest version of every flow, and how many instances of all versions stand where. */
export async function listFlows(parts: FlowParts, { actor }: { actor: Actor }): Promise<Page<FlowItem>> {
  const { sql } = parts;
  const items = await sql<FlowItem[]>`
    select d.key, d.name, d.version, d.subject, d.deployed_at as "deployedAt", d.deployed_by as "deployedBy",
      json_build_object('active', hot.active, 'incident', coalesce(halt.incident, 0), 'completed', done.completed,
        'atLeast', array_remove(array[
          case when hot.active >= ${mostCounted} then 'active' end,
          case when halt.incident >= ${mostCounted} then 'incident' end,
          case when done.looked >= ${mostCounted} then 'completed' end], null)) as counts
    from (
      select distinct on (key) key, name, version, graph->>'subject' as subject, deployed_at, deployed_by
      from flow.definition order by key, version desc) d
    left join lateral (select count(*)::int as active from (
      select from flow.instance where flow = d.key and status = 'active' limit ${mostCounted}) counted) hot on true
    left join (select flow, least(count(*), ${mostCounted})::int as incident from (
      select flow from flow.instance where status = 'incident' limit ${10 * mostCounted}) counted group by flow) halt
      on halt.flow = d.key
    left join lateral (select count(*) filter (where status = 'completed')::int as completed, count(*)::int as looked from (
      select status from flow.finished where flow = d.key limit ${mostCounted}) counted) done on true
    order by d.key`;
  const texts = flowTexts(parts, actor);
  return { items: items.map((item) => ({ ...item, name: texts.flow(item.key, item.name) })), next: null };
}
