import type { Db } from '../db/connect.ts';

/** What one person set, by name. */
export async function readPreferences(sql: Db, user: string): Promise<Record<string, unknown>> {
  const rows = await sql<{ name: string; value: unknown }[]>`
    select name, value from core.preference where user_id = ${user} order by name`;
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

export async function writePreference(
  sql: Db,
  { user, name, value }: { user: string; name: string; value: unknown },
): Promise<void> {
  await sql`
    insert into core.preference (user_id, name, value) values (${user}, ${name}, ${JSON.stringify(value)}::text::jsonb)
    on conflict (user_id, name) do update set value = excluded.value`;
}
