import type { Db } from '../../../db/connect.ts';

/** The newest version of each of these flows; those that nobody deployed are left out. */
export async function latestVersions(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await db<{ key: string; version: number }[]>`
    select key, max(version) as version from flow.definition where key = any(${[...keys]}::text[]) group by key`;
  return new Map(rows.map(({ key, version }) => [key, version]));
}
