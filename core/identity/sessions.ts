import type { Db } from '../db/connect.ts';
import { notFound } from '../errors.ts';

export interface Session {
  id: string;
  startedAt: string;
  seenAt: string;
  address: string | null;
  agent: string | null;
  /** The one that asks. */
  isOwn: boolean;
}

interface Row {
  id: string;
  token: string;
  startedAt: Date;
  seenAt: Date;
  address: string | null;
  agent: string | null;
}

/** Where a person is signed in, the latest first. */
export async function listSessions(sql: Db, userId: string, cookie: string | null): Promise<Session[]> {
  const own = tokenOf(cookie);
  const rows = await sql<Row[]>`
    select id, token, created_at as "startedAt", updated_at as "seenAt", ip_address as address, user_agent as agent
    from core.session where user_id = ${userId} and expires_at > now() order by updated_at desc limit 100`;
  return rows.map(({ token, startedAt, seenAt, ...row }) => ({
    ...row,
    address: row.address || null,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    isOwn: token === own,
  }));
}

export async function endSession(sql: Db, { userId, id }: { userId: string; id: string }): Promise<void> {
  const gone = await sql`delete from core.session where id::text = ${id} and user_id = ${userId}`;
  if (gone.count === 0) throw notFound('session', id);
}

/** All but the one that asks; answers how many. */
export async function endOtherSessions(sql: Db, userId: string, cookie: string | null): Promise<number> {
  const gone =
    await sql`delete from core.session where user_id = ${userId} and token is distinct from ${tokenOf(cookie)}`;
  return gone.count;
}

/** The sign-in part signs its cookie: what stands before the dot is the session's token. */
function tokenOf(cookie: string | null): string | null {
  const found = /(?:^|;\s*)(?:__Secure-)?relata\.session_token=([^;.]+)/.exec(cookie ?? '');
  return found ? decodeURIComponent(found[1]!).split('.')[0]! : null;
}
