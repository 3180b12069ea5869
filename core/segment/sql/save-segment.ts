import type { Tx } from '../../db/connect.ts';
import type { Watch } from '../watches.ts';

export interface SavedSegment {
  id: string;
  definedBy: string;
  entity: string;
  key: string;
  name: string;
  condition: unknown;
  entered: string;
  left: string;
  readsTime: boolean;
  watches: readonly Watch[];
}

export async function saveSegment(tx: Tx, segment: SavedSegment): Promise<void> {
  const { id, definedBy, entity, key, name, condition, entered, left, readsTime, watches } = segment;
  const text = condition === null ? null : JSON.stringify(condition);
  await tx`
    insert into core.segment (id, defined_by, entity, key, name, condition, entered, "left", state, reads_time)
    values (${id}, ${definedBy}, ${entity}, ${key}, ${name}, ${text}::text::json, ${entered}, ${left}, 'building', ${readsTime})
    on conflict (id) do update set key = excluded.key, name = excluded.name, condition = excluded.condition,
      reads_time = excluded.reads_time, state = 'building', problem = null, changed_xid = pg_current_xact_id()`;
  await tx`delete from core.segment_watch where segment_id = ${id}`;
  await tx`
    insert into core.segment_watch (segment_id, entity, field, route)
    select ${id}, entity, field, route::json from unnest(${watches.map((watch) => watch.entity)}::text[],
      ${watches.map((watch) => watch.field)}::text[], ${watches.map((watch) => JSON.stringify(watch.route))}::text[])
      as t (entity, field, route)`;
}

export const dropSegments = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  ids.length === 0 ? Promise.resolve() : tx`delete from core.segment where id = any(${[...ids]}::uuid[])`;
