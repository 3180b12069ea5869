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

export const segmentsById = (db: Db, ids: readonly string[]): Promise<SegmentRow[]> =>
  db<SegmentRow[]>`
    select id, defined_by as "definedBy", entity, key, name, condition, entered, "left", state, problem,
      reads_time as "readsTime", members, built_at as "builtAt"
    from core.segment where id = any(${[...ids]}::uuid[]) order by id`.then((rows) => [...rows]);
