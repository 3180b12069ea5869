import type { Db } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { packTexts } from '../../db/pack.ts';
import type { NewJob } from '../job.ts';

export interface Lease {
  worker: number;
  seconds: number;
}

/**
 * Inserts jobs in one statement and answers their ids. With a lease they are born claimed by that worker, as
 * the jobs of a click are: their own process runs them at once.
 */
export async function enqueue(db: Db, jobs: readonly NewJob[], lease?: Lease): Promise<string[]> {
  if (jobs.length === 0) return [];
  const ids = jobs.map((job) => job.id ?? newId());
  await db`
    insert into core.job (id, kind, lane, due_at, target, target_last, key, payload, attempts, max_attempts,
      crashes, lease_until, leased_by)
    select id, kind, lane, to_timestamp(due / 1000.0), target, target_last, key, payload::json, attempts,
      max_attempts, crashes, now() + ${lease?.seconds ?? null}::int * interval '1 second', ${lease?.worker ?? null}::int
    from unnest(${ids}::uuid[], ${jobs.map((job) => job.kind)}::text[], ${jobs.map((job) => job.lane)}::smallint[],
      ${jobs.map((job) => Math.round(job.dueAt))}::float8[], ${jobs.map((job) => job.target ?? null)}::uuid[],
      ${jobs.map((job) => job.targetLast ?? null)}::uuid[], ${jobs.map((job) => job.key ?? null)}::text[],
      string_to_array(${packTexts(jobs.map((job) => JSON.stringify(job.payload)))}, chr(30)),
      ${jobs.map((job) => job.attempts ?? 0)}::int[], ${jobs.map((job) => job.maxAttempts ?? 3)}::int[],
      ${jobs.map((job) => (job.crashes ?? 0) + (lease ? 1 : 0))}::int[])
      as t (id, kind, lane, due, target, target_last, key, payload, attempts, max_attempts, crashes)
    on conflict (key) do nothing`;
  return ids;
}
