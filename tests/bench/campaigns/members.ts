import type { World } from '../world.ts';

/** Contacts that agreed to news, in a list that people keep; written past the API, which is not what is measured. */
export async function makeMembers(
  { relata, sql }: Pick<World, 'relata' | 'sql'>,
  { key, count }: { key: string; count: number },
): Promise<{ segment: string }> {
  const { id: segment } = await relata.call<{ id: string }>('POST', '/api/records/segment', { name: key });
  await relata.call('PUT', '/api/quiet-hours', { from: '00:00', until: '00:00' });
  const email = sql`${`${key}-`} || n || '@example.com'`;
  await sql`
    with made as (
      insert into data.contact (id, version, name, email, language, created_at, updated_at, created_by, updated_by)
      select gen_random_uuid(), 1, 'Person ' || n, ${email}, 'en', now(), now(), 'system', 'system'
      from generate_series(1, ${count}::int) as n returning id)
    insert into core.segment_member (segment_id, record_id, entered_at) select ${segment}, id, now() from made`;
  await sql`
    insert into core.consent (id, channel, address, purpose, state, source, shown, language, said_by, said_at)
    select gen_random_uuid(), 'email', ${email}, 'news', 'given', 'bench', 'News?', 'en', 'bench', now()
    from generate_series(1, ${count}::int) as n`;
  await sql.unsafe('analyze data.contact, core.consent, core.segment_member');
  return { segment };
}
