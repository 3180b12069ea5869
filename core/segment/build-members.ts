/** The whole set at once, as one statement each for who comes and who goes. */
import { systemActor } from '../access/index.ts';
import { createBindings, run } from '../db/bindings.ts';
import type { Tx } from '../db/connect.ts';
import { announce } from './announce.ts';
import type { SegmentParts } from './change-members.ts';
import { parseCondition } from './condition.ts';
import { conditionToSql } from './condition-to-sql.ts';
import type { SegmentRow } from './segment-row.ts';

export interface Built {
  /** Writers that began before the segment was known are still at work: look once more, later. */
  isEarly: boolean;
}

/** The first time nobody is told: who is in it from the start has not entered. */
export async function buildMembers(tx: Tx, parts: SegmentParts, segment: SegmentRow): Promise<Built> {
  const now = parts.now();
  const isFirst = segment.builtAt === null;
  const [started] = await tx<{ isEarly: boolean }[]>`
    select pg_snapshot_xmin(pg_current_snapshot()) <= changed_xid as "isEarly"
    from core.segment where id = ${segment.id} for update`;
  if (!started) return { isEarly: false };
  if (segment.condition !== null) {
    const left = await leave(tx, parts, segment, now);
    const entered = await enter(tx, parts, { segment, now, isFirst });
    if (!isFirst) await announce(tx, [{ segment, entered, left }], { now, actor: 'system', depth: 0 });
  }
  await tx`update core.segment set state = 'ready', problem = null, built_at = to_timestamp(${now}::float8 / 1000),
    members = (select count(*) from core.segment_member where segment_id = ${segment.id}) where id = ${segment.id}`;
  return started;
}

function holding(parts: SegmentParts, segment: SegmentRow, now: number, bindings = createBindings()) {
  const { shapes } = parts.models;
  const { entity, condition } = segment;
  const parsed = parseCondition({ condition, entity, shapes, now });
  const holds = conditionToSql(parsed.condition, { alias: 't', bindings, actor: systemActor, shapes });
  return { bindings, from: `${shapes(entity).table} t where t.deleted_at is null and ${holds}` };
}

async function enter(
  tx: Tx,
  parts: SegmentParts,
  { segment, now, isFirst }: { segment: SegmentRow; now: number; isFirst: boolean },
): Promise<string[]> {
  const { bindings, from } = holding(parts, segment, now);
  const id = bindings.bind(segment.id, 'uuid');
  const at = bindings.bind(new Date(now).toISOString(), 'timestamptz');
  const rows = await run<{ id: string }>(
    tx,
    `insert into core.segment_member (segment_id, record_id, entered_at) select ${id}, t.id, ${at} from ${from}
     on conflict do nothing ${isFirst ? '' : 'returning record_id as id'}`,
    bindings.values,
  );
  return rows.map((row) => row.id);
}

async function leave(tx: Tx, parts: SegmentParts, segment: SegmentRow, now: number): Promise<string[]> {
  const { bindings, from } = holding(parts, segment, now);
  const id = bindings.bind(segment.id, 'uuid');
  const rows = await run<{ id: string }>(
    tx,
    `delete from core.segment_member m where m.segment_id = ${id} and m.record_id not in (select t.id from ${from})
     returning m.record_id as id`,
    bindings.values,
  );
  return rows.map((row) => row.id);
}
