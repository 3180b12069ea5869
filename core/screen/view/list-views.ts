import { may, type Actor } from '../../access/index.ts';
import type { Db } from '../../db/connect.ts';
import type { SavedView } from './saved-view.ts';

export interface ViewQuery {
  entity?: string;
  kind?: string;
  id?: string;
}

/** One's own views and those shared with everybody or with a role of one's own, by name. */
export async function listViews(
  sql: Db,
  actor: Actor,
  { entity, kind, id }: ViewQuery,
): Promise<SavedView[]> {
  const rows = await sql<Omit<SavedView, 'canChange'>[]>`
    select v.id, v.entity, v.kind, v.name, json_build_object('id', u.id, 'title', u.name) as owner, v.sharing, v.roles,
      v.definition, v.version, d.view_id is not null as "isDefault"
    from core.saved_view v
      join core."user" u on u.id = v.owner_id
      left join core.default_view d on d.view_id = v.id and d.user_id = ${actor.userId}::uuid
    where (${entity ?? null}::text is null or v.entity = ${entity ?? null})
      and (${kind ?? null}::text is null or v.kind = ${kind ?? null})
      and (${id ?? null}::uuid is null or v.id = ${id ?? null}::uuid)
      and (v.owner_id = ${actor.userId}::uuid or v.sharing = 'everybody'
        or (v.sharing = 'roles' and v.roles && ${[...actor.roles]}::text[]))
    order by lower(v.name), v.id limit 500`;
  return rows.map((row) => ({ ...row, canChange: mayChange(row, actor) }));
}

/** One's own, and shared ones for those who manage screens. */
const mayChange = ({ owner, sharing }: Pick<SavedView, 'owner' | 'sharing'>, actor: Actor): boolean =>
  owner.id === actor.userId || (sharing !== 'private' && may(actor, 'screens.manage'));
