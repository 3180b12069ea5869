/** Personal API keys: a program that acts as a person, within all of their roles or some. */
import { newId } from '../db/new-id.ts';
import type { Db } from '../db/connect.ts';
import { invalid, notFound } from '../errors.ts';
import { newToken, tokenHash } from './secret-token.ts';

export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  /** All of the person's when null. */
  roles: string[] | null;
  until: string | null;
  usedAt: string | null;
  createdAt: string;
}

export interface NewKey {
  userId: string;
  name: string;
  roles: readonly string[] | null;
  until: string | null;
}

const prefix = 'rl_';

/** The key itself is answered once and kept nowhere. */
export async function makeKey(
  sql: Db,
  { userId, name, roles, until }: NewKey,
): Promise<{ id: string; key: string }> {
  if (until !== null && Date.parse(until) <= Date.now())
    throw invalid([{ pointer: '/until', code: 'key-until-past' }]);
  const id = newId();
  const key = prefix + newToken();
  await sql`insert into core.api_key (id, user_id, name, hint, key_hash, roles, until)
    values (${id}, ${userId}, ${name}, ${key.slice(0, 8)}, ${tokenHash(key)}, ${roles as string[] | null}, ${until})`;
  return { id, key };
}

export async function listKeys(sql: Db, userId: string): Promise<ApiKey[]> {
  const rows = await sql<
    (Omit<ApiKey, 'until' | 'usedAt' | 'createdAt'> &
      Record<'until' | 'usedAt', Date | null> & { createdAt: Date })[]
  >`
    select id, name, hint, roles, until, used_at as "usedAt", created_at as "createdAt"
    from core.api_key where user_id = ${userId} order by created_at desc`;
  return rows.map((row) => ({
    ...row,
    until: row.until?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}

export async function removeKey(sql: Db, { userId, id }: { userId: string; id: string }): Promise<void> {
  const gone = await sql`delete from core.api_key where id = ${id} and user_id = ${userId}`;
  if (gone.count === 0) throw notFound('key', id);
}

export interface KeyOwner {
  id: string;
  userId: string;
  roles: string[] | null;
}

/** Whose key it is; null when it is nobody's, or over. When it was used is written once a minute at most. */
export async function ownerOfKey(sql: Db, key: string): Promise<KeyOwner | null> {
  if (!key.startsWith(prefix)) return null;
  const [row] = await sql<(KeyOwner & { isStale: boolean })[]>`
    select id, user_id as "userId", roles, coalesce(used_at < now() - interval '1 minute', true) as "isStale"
    from core.api_key where key_hash = ${tokenHash(key)} and (until is null or until > now())`;
  if (row?.isStale) await sql`update core.api_key set used_at = now() where id = ${row.id}`;
  return row ? { id: row.id, userId: row.userId, roles: row.roles } : null;
}
