import type { World } from '../world.ts';

export interface DealsInput {
  deals: number;
  sellers: readonly string[];
}

/** Made-up deals of the last three years, the same each time; those of the sellers given are nine in ten. */
export async function fillDeals({ sql }: World, { deals, sellers }: DealsInput): Promise<void> {
  // Indexes made afterwards take a tenth of the time.
  const indexes = await sql<{ name: string; text: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text
    from pg_index i where i.indrelid = 'data.opportunity'::regclass and not i.indisprimary`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await sql`
    insert into data.opportunity (id, version, name, owner_id, stage, amount, amount_currency, engage_date, close_date,
      created_at, created_by, updated_at, updated_by)
    select gen_random_uuid(), 1, 'Deal ' || n,
      case when n % 10 = 0 then null else (${[...sellers]}::uuid[])[1 + n % ${sellers.length}] end,
      (array['prospecting', 'engaging', 'won', 'lost'])[1 + n % 4], 100 + n % 9000, 'EUR',
      date '2023-01-01' + (n % 1000), date '2023-02-01' + (n % 1000), now(), 'system', now(), 'system'
    from generate_series(1, ${deals}) n`;
  for (const { text } of indexes) await sql.unsafe(text);
  await sql`vacuum analyze data.opportunity`;
}
