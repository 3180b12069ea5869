/** What somebody drew and has not deployed. It is theirs alone: nobody else reads or writes it. */
import type { Actor } from '../../access/actor.ts';
import { Problem } from '../../errors.ts';
import type { FlowParts, Page } from '../commands/parts.ts';

export interface Draft {
  flow: string;
  /** The version it was drawn on; 0 for a flow that was never deployed. */
  base: number;
  name: string;
  xml: string;
  /** Rises with every saving. */
  rev: number;
  savedAt: Date;
}

export interface DraftInput extends Omit<Draft, 'savedAt'> {
  actor: Actor;
}

type Owned = { actor: Actor; flow: string };

export async function readDraft({ sql }: FlowParts, { actor, flow }: Owned): Promise<Draft | null> {
  const [draft] = await sql<Draft[]>`
    select flow, base, name, xml, rev, saved_at as "savedAt" from flow.draft
    where flow = ${flow} and actor_id = ${actor.id}`;
  return draft ?? null;
}

/** Newest first, without their diagrams. */
export async function listDrafts(
  { sql }: FlowParts,
  { actor }: { actor: Actor },
): Promise<Page<Omit<Draft, 'xml'>>> {
  const items = await sql<Omit<Draft, 'xml'>[]>`
    select flow, base, name, rev, saved_at as "savedAt" from flow.draft
    where actor_id = ${actor.id} order by saved_at desc limit 500`;
  return { items: [...items], next: null };
}

/**
 * `rev` is the one that was changed, 0 for none. Problem `draft-moved` (409) with the `draft` that is there, when
 * another tab of the same person saved meanwhile.
 */
export async function saveDraft(
  parts: FlowParts,
  input: DraftInput,
): Promise<Pick<Draft, 'rev' | 'savedAt'>> {
  const { actor, flow, base, name, xml, rev } = input;
  const [saved] = await parts.sql<Pick<Draft, 'rev' | 'savedAt'>[]>`
    insert into flow.draft as kept (flow, actor_id, base, name, xml, rev, saved_at)
    values (${flow}, ${actor.id}, ${base}, ${name}, ${xml}, ${rev + 1}, now())
    on conflict (flow, actor_id) do update
      set base = excluded.base, name = excluded.name, xml = excluded.xml, rev = excluded.rev, saved_at = excluded.saved_at
      where kept.rev = ${rev} or kept.xml = excluded.xml
    returning rev, saved_at as "savedAt"`;
  if (saved) return saved;
  throw new Problem({
    status: 409,
    code: 'draft-moved',
    extra: { draft: await readDraft(parts, { actor, flow }) },
  });
}

export async function dropDraft({ sql }: FlowParts, { actor, flow }: Owned): Promise<void> {
  await sql`delete from flow.draft where flow = ${flow} and actor_id = ${actor.id}`;
}
