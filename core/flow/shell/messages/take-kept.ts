import type { Tx } from '../../../db/connect.ts';
import type { Variables } from '../../step/types.ts';
import type { MessageEnvelope } from '../kinds.ts';

/** Names of kept messages among these: mostly none, and then nothing more is asked. */
export async function mayBeKept(tx: Tx, names: readonly string[], now: number): Promise<Set<string>> {
  const rows = await tx<{ name: string }[]>`
    select distinct name from flow.message
    where not is_taken and name = any(${[...new Set(names)]}::text[]) and expires_at > to_timestamp(${now}::float8 / 1000)`;
  return new Set(rows.map((row) => row.name));
}

interface Kept {
  name: string;
  correlationKey: string | null;
  variables: Variables;
  expiresAt: Date;
  actor: string;
}

/** Takes the oldest kept message that fits; null when there is none. */
export async function takeKept(
  tx: Tx,
  wanted: { name: string; correlationKey: string | null },
  now: number,
): Promise<MessageEnvelope | null> {
  const [row] = await tx<Kept[]>`
    update flow.message set is_taken = true
    where id = (
      select id from flow.message
      where not is_taken and name = ${wanted.name} and expires_at > to_timestamp(${now}::float8 / 1000)
        and (correlation_key = ${wanted.correlationKey} or correlation_key is null or ${wanted.correlationKey}::text is null)
      order by at, id limit 1 for update skip locked
    )
    returning name, correlation_key as "correlationKey", variables, expires_at as "expiresAt", actor`;
  return row ? { ...row, expiresAt: row.expiresAt.getTime(), depth: 0 } : null;
}
