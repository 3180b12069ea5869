import type { Tx } from '../../../db/connect.ts';

/**
 * Who opens subscriptions holds their names shared, who is about to keep a message holds its name alone: so that
 * neither misses the other, and openers never wait for each other. Held to the end of the transaction; taken last
 * and in order, so that no circle of waiting can form.
 */
export async function shareNames(tx: Tx, names: readonly string[]): Promise<void> {
  await tx`
    select pg_advisory_xact_lock_shared(hash) from (
      select distinct hashtextextended('message:' || name, 0) as hash from unnest(${[...new Set(names)]}::text[]) as name order by 1
    ) locks`;
}

export async function lockName(tx: Tx, name: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('message:' || ${name}, 0))`;
}
