/** The rows of `core.role`: what admins made, and what they changed on top of plugins. */
import { applyOverlay, type Role, type RoleOverlay } from '../../access/index.ts';
import type { Db, Tx } from '../../db/connect.ts';

export interface StoredRole {
  id: string;
  overlay: RoleOverlay;
  isOwn: boolean;
  version: number;
}

export const emptyRole = (id: string): Role => ({ id, grants: [], permissions: [] });

export const readStoredRoles = (sql: Db): Promise<StoredRole[]> => sql<StoredRole[]>`
  select id, overlay, is_own as "isOwn", version from core.role order by id`;

/** Under lock, until the transaction ends. */
export async function lockStoredRole(tx: Tx, id: string): Promise<StoredRole | undefined> {
  await tx`select pg_advisory_xact_lock(hashtextextended('role:' || ${id}, 0))`;
  const [row] = await tx<StoredRole[]>`
    select id, overlay, is_own as "isOwn", version from core.role where id = ${id}`;
  return row;
}

export async function storeRole(
  tx: Tx,
  { id, overlay, isOwn, actor }: Omit<StoredRole, 'version'> & { actor: string },
): Promise<void> {
  await tx`insert into core.role (id, overlay, is_own, updated_by)
    values (${id}, ${JSON.stringify(overlay)}::text::json, ${isOwn}, ${actor})
    on conflict (id) do update set overlay = excluded.overlay, version = core.role.version + 1,
      updated_by = excluded.updated_by, updated_at = now()`;
}

/** Declared roles with their overlays, then those of admins. An overlay on a role that no plugin has any more rests. */
export function composeRoles(base: readonly Role[], stored: readonly StoredRole[]): Role[] {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const declared = base.map((role) => {
    const row = byId.get(role.id);
    return row && !row.isOwn ? applyOverlay(role, row.overlay) : role;
  });
  const own = stored
    .filter(({ id, isOwn }) => isOwn && !base.some((role) => role.id === id))
    .map(({ id, overlay }) => applyOverlay(emptyRole(id), overlay));
  return [...declared, ...own];
}
