/** Deployed versions never change: each is read once per thread and kept. */
import type { Db, Sql } from '../db/connect.ts';
import type { DecisionModel } from './model.ts';

export interface KeptModels {
  /** Undefined where there is no such version. */
  get(key: string, version: number, db?: Db): Promise<DecisionModel | undefined>;
  /** The latest version; with `until` (milliseconds since 1970), of those deployed by then. Null where there is none. */
  latest(key: string, options?: { until?: number; db?: Db }): Promise<number | null>;
}

export function createKeptModels(sql: Sql): KeptModels {
  const kept = new Map<string, DecisionModel>();
  return {
    get: async (key, version, db = sql) => {
      const name = `${version}:${key}`;
      const known = kept.get(name);
      if (known) return known;
      const [row] = await db<{ model: DecisionModel }[]>`
        select model from flow.decision where key = ${key} and version = ${version}`;
      if (row) kept.set(name, row.model);
      return row?.model;
    },
    latest: async (key, { until, db = sql } = {}) => {
      const [row] = await db<{ version: number | null }[]>`
        select max(version) as version from flow.decision where key = ${key}
          ${until === undefined ? db`` : db`and deployed_at <= to_timestamp(${until}::float8 / 1000)`}`;
      return row?.version ?? null;
    },
  };
}
