import type { Tx } from '../../../db/connect.ts';

/** What is known of addresses and purposes, by `standingKey`. */
export interface Standing {
  suppressed: ReadonlyMap<string, string>;
  /** What was said last. */
  said: ReadonlyMap<string, string>;
  purposes: ReadonlyMap<string, { most: number | null; days: number }>;
}

export const standingKey = (...parts: readonly string[]): string => parts.join('\n');

interface Place {
  channel: string;
  address: string;
  purpose: string;
}

/** Three statements for any number of addresses. */
export async function readStanding(tx: Tx, places: readonly Place[]): Promise<Standing> {
  const [channels, addresses, purposes] = [
    places.map(({ channel }) => channel),
    places.map(({ address }) => address),
    places.map(({ purpose }) => purpose),
  ];
  const suppressed = await tx<{ channel: string; address: string; reason: string }[]>`
    select channel, address, reason from core.suppression
    where (channel, address) in (select * from unnest(${channels}::text[], ${addresses}::text[]))`;
  const said = await tx<(Place & { state: string })[]>`
    select w.channel, w.address, w.purpose, c.state
    from (select distinct * from unnest(${channels}::text[], ${addresses}::text[], ${purposes}::text[])
      as t (channel, address, purpose)) w
    cross join lateral (select state from core.consent
      where channel = w.channel and address = w.address and purpose = w.purpose
      order by said_at desc, id desc limit 1) c`;
  const known = await tx<{ id: string; most: number | null; days: number }[]>`
    select id, most_messages as most, within_days as days from core.purpose`;
  return {
    suppressed: new Map(
      suppressed.map(({ channel, address, reason }) => [standingKey(channel, address), reason]),
    ),
    said: new Map(
      said.map(({ channel, address, purpose, state }) => [standingKey(channel, address, purpose), state]),
    ),
    purposes: new Map(known.map(({ id, most, days }) => [id, { most, days }])),
  };
}
