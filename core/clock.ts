/** One clock for everything. With `RELATA_TEST_CLOCK=1` it can be moved; the offset is shared by the database. */
import type { Sql } from './db/connect.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Reads the offset that another thread or process may have changed. */
  refresh(): Promise<void>;
  /** Moves the test clock by so many milliseconds. */
  advance(milliseconds: number): Promise<void>;
}

export const wallClock: Clock = {
  now: () => Date.now(),
  refresh: () => Promise.resolve(),
  advance: () => Promise.reject(new Error('Only the test clock can be moved.')),
};

export function testClock(sql: Sql): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    refresh: async () => {
      const [row] = await sql<{ value: number }[]>`select value from core.setting where key = 'clock.offset'`;
      offset = Number(row?.value ?? 0);
    },
    advance: async (milliseconds) => {
      const [row] = await sql<{ value: number }[]>`
        insert into core.setting (key, value) values ('clock.offset', to_jsonb(${milliseconds}::bigint))
        on conflict (key) do update set value = to_jsonb((core.setting.value::text)::bigint + ${milliseconds}::bigint)
        returning value`;
      offset = Number(row?.value ?? 0);
    },
  };
}
