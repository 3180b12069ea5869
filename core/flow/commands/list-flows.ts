import type { Actor } from '../../access/actor.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts, Page, Reference } from './parts.ts';

export interface FlowItem {
  key: string;
  name: string;
  version: number;
  subject: string | null;
  deployedAt: Date;
  deployedBy: Reference;
  counts: { active: number; incident: number; completed: number };
}

/** The latest version of every flow, and how many instances of all versions stand where. */
export async function listFlows(parts: FlowParts, { actor }: { actor: Actor }): Promise<Page<FlowItem>> {
  const { sql } = parts;
  const items = await sql<FlowItem[]>`
    select distinct on (d.key) d.key, d.name, d.version, d.graph->>'subject' as subject, d.deployed_at as "deployedAt",
      d.deployed_by as "deployedBy",
      json_build_object('active', coalesce(hot.active, 0), 'incident', coalesce(hot.incident, 0),
        'completed', coalesce(done.completed, 0)) as counts
    from flow.definition d
    left join (select flow, count(*) filter (where status = 'active')::int as active,
      count(*) filter (where status = 'incident')::int as incident from flow.instance group by flow) hot on hot.flow = d.key
    left join (select flow, count(*)::int as completed from flow.finished where status = 'completed' group by flow) done
      on done.flow = d.key
    order by d.key, d.version desc`;
  const texts = flowTexts(parts, actor);
  return { items: items.map((item) => ({ ...item, name: texts.flow(item.key, item.name) })), next: null };
}
