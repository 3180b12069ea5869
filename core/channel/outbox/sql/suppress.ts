import type { Tx } from '../../../db/connect.ts';

interface Suppressed {
  channel: string;
  recipient: string;
  reason: 'bounce' | 'complaint';
}

/**
 * An address that does not exist, or whose owner complained, is not written to again. One that does not exist gets not
 * even what is service, so that counts more than what was known before.
 */
export async function suppress(tx: Tx, all: readonly Suppressed[], now: number): Promise<void> {
  const rows = new Map(all.map((one) => [`${one.channel} ${one.recipient.trim().toLowerCase()}`, one]));
  if (rows.size === 0) return;
  // Always in the same order, so that none wait for each other.
  const sorted = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  await tx`
    insert into core.suppression as s (channel, address, reason, at)
    select channel, lower(trim(recipient)), reason, to_timestamp(${now}::float8 / 1000)
    from unnest(${sorted.map(({ channel }) => channel)}::text[], ${sorted.map(({ recipient }) => recipient)}::text[],
      ${sorted.map(({ reason }) => reason)}::text[]) as t (channel, recipient, reason)
    on conflict (channel, address) do update set reason = excluded.reason, at = excluded.at
    where excluded.reason = 'bounce' and s.reason <> 'bounce'`;
}
