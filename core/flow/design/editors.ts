/** Who has a flow open to draw on: each is told of the others, so that nobody's work surprises anybody. */
import type { Actor } from '../../access/actor.ts';
import type { FlowParts, Page } from '../commands/parts.ts';

export interface Editor {
  tab: string;
  name: string;
  /** The same person at another tab. */
  isSelf: boolean;
  /** The version drawn on. */
  base: number;
  /** Has changed something that is not deployed. */
  isChanged: boolean;
  since: Date;
}

interface Presence {
  actor: Actor;
  flow: string;
  tab: string;
  base: number;
  isChanged: boolean;
}

/** A tab renews itself three times as often. */
const countsFor = 45;

/** Says that a tab is here, now and for the next 45 s; answers the others. Others are told when that is news. */
export async function keepEditor(parts: FlowParts, presence: Presence): Promise<Page<Editor>> {
  const { actor, flow, tab, base, isChanged } = presence;
  const { sql, changes } = parts;
  const [before] = await sql<{ isSame: boolean }[]>`
    select base = ${base} and is_changed = ${isChanged} and seen_at > now() - make_interval(secs => ${countsFor}) as "isSame"
    from flow.editor where flow = ${flow} and tab = ${tab}`;
  await sql`
    insert into flow.editor (flow, tab, actor_id, name, base, is_changed, since, seen_at)
    values (${flow}, ${tab}, ${actor.id}, ${actor.name}, ${base}, ${isChanged}, now(), now())
    on conflict (flow, tab) do update set base = excluded.base, is_changed = excluded.is_changed,
      actor_id = excluded.actor_id, name = excluded.name, seen_at = excluded.seen_at`;
  if (!before?.isSame) changes.add({ flows: [flow] });
  return { items: await others(parts, presence), next: null };
}

/** Tabs that went without a word are forgotten by whoever leaves after them. */
export async function leaveEditor(
  { sql, changes }: FlowParts,
  { flow, tab }: { flow: string; tab: string },
): Promise<void> {
  await sql`
    delete from flow.editor where flow = ${flow}
      and (tab = ${tab} or seen_at < now() - make_interval(secs => ${4 * countsFor}))`;
  changes.add({ flows: [flow] });
}

async function others({ sql }: FlowParts, { actor, flow, tab }: Presence): Promise<Editor[]> {
  const rows = await sql<Editor[]>`
    select tab, name, actor_id = ${actor.id} as "isSelf", base, is_changed as "isChanged", since from flow.editor
    where flow = ${flow} and tab <> ${tab} and seen_at > now() - make_interval(secs => ${countsFor})
    order by since limit 20`;
  return [...rows];
}
