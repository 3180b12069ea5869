import type { Db } from '../../db/connect.ts';
import { storableText } from '../../db/storable-text.ts';

export interface Retry {
  id: string;
  /** Milliseconds since 1970, on the clock. */
  dueAt: number;
  error: string;
}

/** Gives failed jobs back for a later time: one attempt more, no crash. */
export async function retry(db: Db, retries: readonly Retry[], worker: number): Promise<void> {
  if (retries.length === 0) return;
  await db`
    update core.job set attempts = attempts + 1, crashes = 0, lease_until = null, leased_by = null,
      due_at = to_timestamp(t.due / 1000), last_error = t.error
    from unnest(${retries.map((one) => one.id)}::uuid[], ${retries.map((one) => one.dueAt)}::float8[],
      ${retries.map((one) => storableText(one.error, 2_000))}::text[]) as t (id, due, error)
    where job.id = t.id and leased_by = ${worker}`;
}
