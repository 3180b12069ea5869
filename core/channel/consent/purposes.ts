import { z } from 'zod';
import type { Db, Sql } from '../../db/connect.ts';

export const purposeShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  en: z.string().trim().min(1).max(80),
  zh: z.string().trim().min(1).max(80),
  /** No more than so many messages within so many days; null for any number. */
  mostMessages: z.number().int().min(1).max(1_000).nullable(),
  withinDays: z.number().int().min(1).max(365),
});
export type Purpose = z.output<typeof purposeShape>;

export const listPurposes = (db: Db): Promise<Purpose[]> =>
  db<Purpose[]>`
    select id, en, zh, most_messages as "mostMessages", within_days as "withinDays"
    from core.purpose order by position, id`.then((rows) => [...rows]);

export async function savePurpose(
  sql: Sql,
  { id, en, zh, mostMessages, withinDays }: Purpose,
): Promise<void> {
  await sql`
    insert into core.purpose (id, en, zh, most_messages, within_days, position)
    values (${id}, ${en}, ${zh}, ${mostMessages}, ${withinDays}, (select coalesce(max(position), 0) + 1 from core.purpose))
    on conflict (id) do update set en = excluded.en, zh = excluded.zh, most_messages = excluded.most_messages,
      within_days = excluded.within_days`;
}
