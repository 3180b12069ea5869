/**
 * `Idempotency-Key`: the first answer to a POST is kept for a day and given again. A request whose process died before
 * it could answer runs again after a minute, with the ids that the first one had.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/connect.ts';
import { idRange } from '../db/id-range.ts';
import { Problem } from '../errors.ts';
import type { Reply } from './route.ts';

interface Kept {
  requestHash: string;
  status: Reply['status'] | null;
  body: unknown;
  headers: Record<string, string> | null;
}

interface Attempt {
  sql: Sql;
  actor: Actor;
  key: string;
  path: string;
  body: unknown;
  /** `firstId`: for what it makes. */
  run: (firstId: string) => Promise<Reply | Response>;
}

export async function once({ sql, actor, key, path, body, run }: Attempt): Promise<Reply | Response> {
  const hash = createHash('sha256')
    .update(`${path}\n${JSON.stringify(body) ?? ''}`)
    .digest('hex');
  const [claimed] = await sql<{ firstId: string | null }[]>`
    insert into core.idempotency (actor, key, request_hash, first_id)
    values (${actor.id}, ${key}, ${hash}, ${idRange(1)[0]!})
    on conflict (actor, key) do update set created_at = now()
      where core.idempotency.status is null and core.idempotency.created_at < now() - interval '1 minute'
    returning first_id as "firstId"`;
  if (!claimed) return kept({ sql, actor, key, hash });
  try {
    const answer = await run(claimed.firstId ?? idRange(1)[0]!);
    if (!(answer instanceof Response)) await keep({ sql, actor, key, answer });
    return answer;
  } catch (error) {
    await sql`delete from core.idempotency where actor = ${actor.id} and key = ${key}`;
    throw error;
  }
}

async function kept({
  sql,
  actor,
  key,
  hash,
}: {
  sql: Sql;
  actor: Actor;
  key: string;
  hash: string;
}): Promise<Reply> {
  const [row] = await sql<Kept[]>`
    select request_hash as "requestHash", status, body, headers from core.idempotency
    where actor = ${actor.id} and key = ${key}`;
  if (!row?.status) throw new Problem({ status: 409, code: 'idempotency-running' });
  if (row.requestHash !== hash) throw new Problem({ status: 422, code: 'idempotency-other' });
  return { status: row.status, body: row.body, headers: row.headers ?? {} };
}

async function keep({
  sql,
  actor,
  key,
  answer,
}: {
  sql: Sql;
  actor: Actor;
  key: string;
  answer: Reply;
}): Promise<void> {
  // The cast: an answer is JSON, or it could not be sent.
  await sql`update core.idempotency set status = ${answer.status},
    body = ${sql.json((answer.body ?? null) as never)}, headers = ${sql.json(answer.headers ?? {})}
    where actor = ${actor.id} and key = ${key}`;
}
