import type { Tx } from '../../../db/connect.ts';
import { standingKey } from './read-standing.ts';

/** A message that passes unless so many of its purpose went there within so many days. */
export interface Passing {
  channel: string;
  address: string;
  purpose: string;
  key: string;
  most: number | null;
  days: number;
}

/** Counts those that pass; answers the keys of those that are too many. The same key is counted once. */
export async function countReached(tx: Tx, all: readonly Passing[], now: number): Promise<Set<string>> {
  if (all.length === 0) return new Set();
  const tooMany = await tooManyOf(
    tx,
    all.filter(({ most }) => most !== null),
    now,
  );
  const passed = all.filter(({ key }) => !tooMany.has(key));
  await tx`
    insert into core.reached (key, channel, address, purpose, at)
    select k, c, a, p, to_timestamp(${now}::float8 / 1000)
    from unnest(${passed.map(({ key }) => key)}::text[], ${passed.map(({ channel }) => channel)}::text[],
      ${passed.map(({ address }) => address)}::text[], ${passed.map(({ purpose }) => purpose)}::text[])
      as t (k, c, a, p) on conflict do nothing`;
  return tooMany;
}

async function tooManyOf(tx: Tx, limited: readonly Passing[], now: number): Promise<Set<string>> {
  if (limited.length === 0) return new Set();
  const placeOf = ({ channel, address, purpose }: Passing): string => standingKey(channel, address, purpose);
  const places = [...new Set(limited.map(placeOf))].toSorted();
  // Two that come at once must not both take the last place; always in the same order, so that none wait for each other.
  await tx`
    select pg_advisory_xact_lock(hashtextextended(place, 0))
    from unnest(${places}::text[]) with ordinality as t (place, nth) order by nth`;
  const rows = await tx<{ key: string; others: number; isCounted: boolean }[]>`
    select w.key,
      (select count(*)::int from core.reached r where r.channel = w.channel and r.address = w.address
        and r.purpose = w.purpose and r.key <> w.key
        and r.at > to_timestamp(${now}::float8 / 1000) - w.days * interval '1 day') as others,
      exists (select 1 from core.reached r where r.key = w.key) as "isCounted"
    from unnest(${limited.map(({ key }) => key)}::text[], ${limited.map(({ channel }) => channel)}::text[],
      ${limited.map(({ address }) => address)}::text[], ${limited.map(({ purpose }) => purpose)}::text[],
      ${limited.map(({ days }) => days)}::int[]) as w (key, channel, address, purpose, days)`;
  const counted = new Map(rows.map((row) => [row.key, row]));
  const taken = new Map<string, Set<string>>();
  const tooMany = new Set<string>();
  for (const one of limited) {
    const { others = 0, isCounted = false } = counted.get(one.key) ?? {};
    const beside = taken.get(placeOf(one)) ?? new Set();
    const besideIt = beside.size - Number(beside.has(one.key));
    // The cast: only those with a limit are here.
    if (others + besideIt >= (one.most as number)) tooMany.add(one.key);
    else if (!isCounted) taken.set(placeOf(one), beside.add(one.key));
  }
  return tooMany;
}
