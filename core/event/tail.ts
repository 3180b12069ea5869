/**
 * Reading behind writers. Transactions commit in another order than they begin, so "after the last id I saw" would
 * skip events; what is below the oldest running transaction can no longer grow. Transactions of other databases on the
 * same server have numbers of the same row, and may run for hours: they do not count.
 */
import type { Db } from '../db/connect.ts';
import type { RelataEvent } from './event.ts';

export interface TailPosition {
  /** xid8 as text. */
  xid: string;
  id: string;
}

export interface TailPage {
  events: RelataEvent[];
  position: TailPosition;
  /** There is more to read at once. */
  hasMore: boolean;
}

const most = 5_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/** SQL: the first number from which something of this database may still commit. */
const openFrom = `(select coalesce(
  (select running from pg_snapshot_xip(snapshot) running
   where not exists (select from pg_stat_activity other where other.datname <> current_database()
     and other.backend_xid = (running::text::bigint % 4294967296)::text::xid)
   order by running limit 1),
  pg_snapshot_xmax(snapshot)) from pg_current_snapshot() snapshot)`;

/** Without a position: none of the past, only where the future begins. */
export async function readTail(db: Db, after: TailPosition | null): Promise<TailPage> {
  if (!after) return { events: [], position: await horizon(db), hasMore: false };
  const rows = await db<(Omit<RelataEvent, 'at'> & { xid: string; at: Date })[]>`
    select xid::text, id, at, type, entity, record_id as "recordId", actor, changes, cause
    from core.event
    where (xid, id) > (${after.xid}::xid8, ${after.id}::uuid) and xid < ${db.unsafe(openFrom)}
    order by xid, id limit ${most}`;
  const last = rows.at(-1);
  return {
    events: rows.map(({ xid: _xid, at, ...event }) => ({ ...event, at: at.getTime() })),
    position: last ? { xid: last.xid, id: last.id } : after,
    hasMore: rows.length === most,
  };
}

async function horizon(db: Db): Promise<TailPosition> {
  const [row] = await db<{ xid: string }[]>`select ${db.unsafe(openFrom)}::text as xid`;
  return { xid: row!.xid, id: firstId };
}
