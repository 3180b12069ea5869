import { definitionChanged } from '../../configuration/index.ts';
import type { Db, Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { NavigationLayout } from './layout.ts';

export const navigationKind = 'navigation';

export interface StoredNavigation {
  /** Null: of everybody whose roles have none. */
  role: string | null;
  layout: NavigationLayout;
  version: number;
}

/** One for everybody and one for some roles: a handful. */
export const readNavigation = async (sql: Db): Promise<StoredNavigation[]> => [
  ...(await sql<StoredNavigation[]>`
    select nullif(role, '') as role, layout, version from core.navigation order by role`),
];

export const layoutOf = (
  rows: readonly StoredNavigation[],
  role: string | null,
): StoredNavigation | undefined => rows.find((row) => row.role === role);

/** That of the first of the roles that has one, or that of everybody. */
export const layoutFor = (
  rows: readonly StoredNavigation[],
  roles: readonly string[],
): StoredNavigation | undefined =>
  rows.find(({ role }) => role === roles.find((id) => layoutOf(rows, id))) ?? layoutOf(rows, null);

export interface NavigationWrite {
  role: string | null;
  /** Null goes back to what plugins say. */
  layout: NavigationLayout | null;
  /** The version it was changed from, 0 where there was none; any when absent. */
  version?: number;
  /** How people know the role. */
  title: string;
}

interface Author {
  actor: string;
  at: number;
  requestId?: string;
}

/** With its line in the audit. Throws `navigation-changed` (409) when another was faster. */
export async function writeNavigation(
  tx: Tx,
  { role, layout, version, title }: NavigationWrite,
  author: Author,
): Promise<void> {
  const key = role ?? '';
  const [now] = await tx<{ layout: NavigationLayout; version: number }[]>`
    select layout, version from core.navigation where role = ${key} for update`;
  if (version !== undefined && (now?.version ?? 0) !== version)
    throw new Problem({ status: 409, code: 'navigation-changed' });
  if (!now && !layout) return;
  if (layout)
    await tx`insert into core.navigation (role, layout, updated_by)
      values (${key}, ${JSON.stringify(layout)}::text::json, ${author.actor})
      on conflict (role) do update set layout = excluded.layout, version = core.navigation.version + 1,
        updated_by = excluded.updated_by, updated_at = now()`;
  else await tx`delete from core.navigation where role = ${key}`;
  await definitionChanged(tx, {
    ...{ kind: navigationKind, id: idOf(role), title, before: now?.layout ?? null, after: layout },
    ...author,
  });
}

/** Its name in packs and in the audit. */
export const idOf = (role: string | null): string => role ?? 'everybody';
