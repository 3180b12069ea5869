/** Everything that a trial might leave behind: rows of every table, and what sequences have given out. */
import type { Sql } from '../../core/db/connect.ts';

export async function tracesOf(sql: Sql): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('core', 'flow', 'data')`;
  const traces: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ sum: string }[]>`
      select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from ${sql.unsafe(name)} t`;
    traces[name] = row!.sum;
  }
  const sequences = await sql<{ name: string; last: string | null }[]>`
    select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences`;
  for (const { name, last } of sequences) traces[name] = String(last);
  return traces;
}
