import type { Db } from '../../../db/connect.ts';

/** Adds what became of commands; with the last one the operation is completed. */
export async function settleOperation(
  db: Db,
  id: string,
  { done, failed, now }: { done: number; failed: number; now: number },
): Promise<void> {
  await db`
    update flow.operation set done = done + ${done}, failed = failed + ${failed},
      state = case when state = 'running' and is_issued and issued <= done + failed + ${done + failed}
        then 'completed' else state end,
      ended_at = case when state = 'running' and is_issued and issued <= done + failed + ${done + failed}
        then to_timestamp(${now}::float8 / 1000) else ended_at end
    where id = ${id}`;
}
