/** History is kept in a table per month, made when the clock first reaches it. */
import type { Sql } from '../../db/connect.ts';

export interface HistoryPartitions {
  /** Makes the month of `now`, once per thread; outside the transaction that will write to it. */
  ensure(now: number): Promise<void>;
}

export function createHistoryPartitions(sql: Sql): HistoryPartitions {
  const known = new Map<string, Promise<unknown>>();
  return {
    ensure: async (now) => {
      const date = new Date(now);
      const first = (ahead: number): string =>
        new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)).toISOString();
      const name = `history_${first(0).slice(0, 7).replace('-', '_')}`;
      // Two threads at once: the second waits for the lock and then finds it there.
      const create = (): Promise<unknown> =>
        sql.begin(async (tx) => {
          await tx`select pg_advisory_xact_lock(hashtext(${name}))`;
          await tx.unsafe(`create table if not exists flow.${name} partition of flow.history
            for values from ('${first(0)}') to ('${first(1)}')`);
        });
      let making = known.get(name);
      if (!making) {
        making = create();
        known.set(name, making);
        making.catch(() => known.delete(name));
      }
      await making;
    },
  };
}
