import type { Db } from '../../db/connect.ts';
import type { Shapes } from '../../access/index.ts';
import { notFound } from '../../errors.ts';

export interface StandingQuestion {
  /** Of whose members. */
  segment: string;
  /** The field of a member in which the address stands. */
  field: string;
  channel: string;
  purpose: string;
}

/** Members of a segment by what keeps a message from them, each counted once: what the gate asks first comes first. */
export interface StandingCount {
  members: number;
  /** Without an address. */
  unknown: number;
  suppressed: number;
  /** Who never agreed, or took it back. */
  unasked: number;
  /** All others: what is sent to them passes the gate, but for how often and when they are written to. */
  reachable: number;
}

/** Problem `not-found` for a segment that is not there. */
export async function countStanding(
  db: Db,
  shapes: Shapes,
  { segment, field, channel, purpose }: StandingQuestion,
): Promise<StandingCount> {
  const [found] = await db<{ entity: string }[]>`select entity from core.segment where id = ${segment}`;
  if (!found) throw notFound('segment', segment);
  const { table, fields } = shapes(found.entity);
  const address = fields.get(field)!.sql('t');
  const [row] = await db<StandingCount[]>`
    with member as (
      select nullif(${db.unsafe(address)}, '') as address
      from core.segment_member m join ${db.unsafe(table)} t on t.id = m.record_id and t.deleted_at is null
      where m.segment_id = ${segment}),
    standing as (
      select m.address is null as is_unknown, s.address is not null as is_suppressed, c.state = 'given' as is_given
      from member m
      left join core.suppression s on s.channel = ${channel} and s.address = m.address
      left join lateral (select state from core.consent
        where channel = ${channel} and address = m.address and purpose = ${purpose}
        order by said_at desc, id desc limit 1) c on true)
    select count(*)::int as members, count(*) filter (where is_unknown)::int as unknown,
      count(*) filter (where is_suppressed)::int as suppressed,
      count(*) filter (where not is_unknown and not is_suppressed and is_given is not true)::int as unasked,
      count(*) filter (where not is_unknown and not is_suppressed and is_given)::int as reachable
    from standing`;
  return row!;
}
