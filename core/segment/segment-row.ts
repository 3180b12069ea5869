import type { Db } from '../db/connect.ts';

export interface SegmentRow {
  id: string;
  definedBy: string;
  entity: string;
  key: string;
  name: string;
  /** Null: a list that people keep. */
  condition: unknown;
  entered: string;
  left: string;
  state: 'building' | 'ready' | 'failed';
  problem: string | null;
  readsTime: boolean;
  members: number;
  builtAt: Date | null;
}

export interface Named {
  /** Of the members; every entity when absent. */
  entity?: string | undefined;
  search?: string | undefined;
  /** Only lists that people keep. */
  isList?: boolean | undefined;
}

const columns = (db: Db) => db`
  id, defined_by as "definedBy", entity, key, name, condition, entered, "left", state, problem,
  reads_time as "readsTime", members, built_at as "builtAt"`;

export const segmentsById = (db: Db, ids: readonly string[]): Promise<SegmentRow[]> =>
  db<SegmentRow[]>`
    select ${columns(db)} from core.segment where id = any(${[...ids]}::uuid[]) order by id`.then((rows) => [
    ...rows,
  ]);

/** Of those with a condition. */
export const segmentIds = (db: Db): Promise<string[]> =>
  db<{ id: string }[]>`select id from core.segment where condition is not null`.then((rows) =>
    rows.map(({ id }) => id),
  );

/** By name, the first 200. */
export const segmentsNamed = (db: Db, { entity, search = '', isList }: Named): Promise<SegmentRow[]> =>
  db<SegmentRow[]>`
    select ${columns(db)} from core.segment
    where (${entity ?? null}::text is null or entity = ${entity ?? null})
      and strpos(lower(name), lower(${search})) > 0 and (${isList !== true} or condition is null)
    order by name, id limit 200`.then((rows) => [...rows]);
