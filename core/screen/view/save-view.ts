import { may, type Actor } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { forbidden, notFound, Problem } from '../../errors.ts';
import type { Registry } from '../../registry.ts';
import { checkView } from './check-view.ts';
import { listViews } from './list-views.ts';
import { sharedViewChanged } from './shared-view-changed.ts';
import type { SavedView } from './saved-view.ts';

export type ViewInput = Pick<SavedView, 'entity' | 'kind' | 'name' | 'sharing' | 'roles' | 'definition'>;
export type ViewChange = Partial<Pick<SavedView, 'name' | 'sharing' | 'roles' | 'definition'>> & {
  version: number;
};

interface ViewParts {
  sql: Sql;
  registry: Pick<Registry, 'entity'>;
  clock: Pick<Clock, 'now'>;
}

export async function createView(
  { sql, registry, clock }: ViewParts,
  input: ViewInput,
  actor: Actor,
): Promise<SavedView> {
  if (!actor.userId) throw new Problem({ status: 409, code: 'not-a-person' });
  checkSharing(input.sharing, actor);
  checkView(input.definition, registry.entity(input.entity));
  const id = newId();
  await sql.begin(async (tx) => {
    await tx`insert into core.saved_view (id, entity, kind, name, owner_id, sharing, roles, definition)
      values (${id}, ${input.entity}, ${input.kind}, ${input.name}, ${actor.userId}, ${input.sharing}, ${input.roles},
        ${JSON.stringify(input.definition)}::text::json)`;
    await sharedViewChanged(tx, { id, before: null, after: input, actor, at: clock.now() });
  });
  return readView(sql, actor, id);
}

/** Throws `view-changed` (409) when another was faster. */
export async function changeView(
  { sql, registry, clock }: ViewParts,
  { id, change }: { id: string; change: ViewChange },
  actor: Actor,
): Promise<SavedView> {
  const view = await changeable(sql, actor, id);
  const next = { ...view, ...change };
  if (change.sharing && change.sharing !== view.sharing) checkSharing(change.sharing, actor);
  if (change.definition) checkView(change.definition, registry.entity(view.entity));
  await sql.begin(async (tx) => {
    const { count } = await tx`
      update core.saved_view set name = ${next.name}, sharing = ${next.sharing}, roles = ${next.roles},
        definition = ${JSON.stringify(next.definition)}::text::json, version = version + 1, updated_at = now()
      where id = ${id} and version = ${change.version}`;
    if (count === 0) throw new Problem({ status: 409, code: 'view-changed' });
    await sharedViewChanged(tx, { id, before: view, after: next, actor, at: clock.now() });
  });
  return readView(sql, actor, id);
}

export async function deleteView(
  { sql, clock }: Pick<ViewParts, 'sql' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const before = await changeable(sql, actor, id);
  await sql.begin(async (tx) => {
    await tx`delete from core.saved_view where id = ${id}`;
    await sharedViewChanged(tx, { id, before, after: null, actor, at: clock.now() });
  });
}

export interface DefaultInput {
  entity: string;
  kind: SavedView['kind'];
  /** Null: as the screen says. */
  view: string | null;
}

export async function setDefaultView(
  sql: Sql,
  actor: Actor,
  { entity, kind, view }: DefaultInput,
): Promise<void> {
  if (!actor.userId) throw new Problem({ status: 409, code: 'not-a-person' });
  if (view === null)
    await sql`delete from core.default_view
      where user_id = ${actor.userId} and entity = ${entity} and kind = ${kind}`;
  else {
    const found = await readView(sql, actor, view);
    await sql`insert into core.default_view (user_id, entity, kind, view_id)
      values (${actor.userId}, ${found.entity}, ${found.kind}, ${view})
      on conflict (user_id, entity, kind) do update set view_id = excluded.view_id`;
  }
}

async function readView(sql: Sql, actor: Actor, id: string): Promise<SavedView> {
  const [view] = await listViews(sql, actor, { id });
  if (!view) throw notFound('view', id);
  return view;
}

async function changeable(sql: Sql, actor: Actor, id: string): Promise<SavedView> {
  const view = await readView(sql, actor, id);
  if (!view.canChange)
    throw new Problem({ status: 403, code: 'view-not-yours', params: { name: view.name } });
  return view;
}

/** What everybody then finds in their list is for those to decide who may. */
function checkSharing(sharing: SavedView['sharing'], actor: Actor): void {
  if (sharing !== 'private' && !may(actor, 'views.share')) throw forbidden('views.share');
}
