import type { Db } from '../../db/connect.ts';
import type { Job } from '../job.ts';
import { columns, type Claim } from './claim.ts';

/** Takes one job whose last claim did not end in order: it is run alone, so that it takes nothing with it. */
export const claimSuspect = (db: Db, { lane, now, lease }: Omit<Claim, 'limit' | 'since'>): Promise<Job[]> =>
  db<Job[]>`
    update core.job set lease_until = now() + ${lease.seconds}::int * interval '1 second',
      leased_by = ${lease.worker}, crashes = job.crashes + 1
    from (
      select id from core.job
      where lane = ${lane} and due_at <= to_timestamp(${now}::float8 / 1000) and lease_until is null and failed_at is null
        and crashes > 0
      order by lane, due_at limit 1 for update skip locked
    ) due
    where job.id = due.id
    returning ${columns(db)}`.then((jobs) => [...jobs]);
