import type { Db } from '../../db/connect.ts';
import type { Job, Lane } from '../job.ts';
import type { Lease } from './enqueue.ts';

export interface Claim {
  lane: Lane;
  limit: number;
  /** The clock's time, milliseconds since 1970: what is due by then. Leases run on the server's own time. */
  now: number;
  /** Looks only at what is due since this time: what is done leaves dead entries in the index, which a look would read first. */
  since?: number;
  lease: Lease;
}

/**
 * Takes what is due: lease and crash count are committed before any work. `skip locked` lets several workers
 * claim at once without waiting for each other. Not a join: a plan made while the table was empty would read all of it.
 */
export const claim = (db: Db, { lane, limit, now, since, lease }: Claim): Promise<Job[]> =>
  db<Job[]>`
    update core.job set lease_until = now() + ${lease.seconds}::int * interval '1 second',
      leased_by = ${lease.worker}, crashes = job.crashes + 1
    where id = any(array(
      select id from core.job
      where lane = ${lane} and due_at between ${since === undefined ? db`'-infinity'` : db`to_timestamp(${since}::float8 / 1000)`}
          and to_timestamp(${now}::float8 / 1000)
        and lease_until is null and failed_at is null and crashes = 0
      order by lane, due_at, id limit ${limit} for update skip locked))
    returning ${columns(db)}`.then(inOrder);

export const columns = (db: Db) => db`
  job.id, job.kind, job.lane, job.due_at as "dueAt", job.target, job.target_last as "targetLast", job.key,
  job.payload, job.attempts, job.max_attempts as "maxAttempts", job.crashes`;

/** `returning` has no order of its own. */
export const inOrder = (jobs: readonly Job[]): Job[] =>
  [...jobs].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
