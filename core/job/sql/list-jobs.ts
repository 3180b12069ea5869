import type { Sql } from '../../db/connect.ts';
import { allLanes } from '../job.ts';

/** Set aside as failed; at work now; due and not begun; to be done later. */
export const jobStates = ['failed', 'working', 'due', 'later'] as const;
export type JobState = (typeof jobStates)[number];

export interface ListedJob {
  id: string;
  kind: string;
  dueAt: Date;
  createdAt: Date;
  failedAt: Date | null;
  /** Failures so far. */
  attempts: number;
  maxAttempts: number;
  error: string | null;
  /** The flow instance it is for. */
  target: string | null;
  /** What its payload says at the member that `members` names for its kind. */
  about: string | null;
}

export interface JobQuestion {
  state: JobState;
  kind?: string;
  /** The clock's time, milliseconds since 1970. */
  now: number;
  offset: number;
  limit: number;
  /** By kind. */
  members: Readonly<Record<string, string>>;
}

/** Failed ones the newest first, all others by when they are due. */
export const listJobs = (sql: Sql, { offset, limit, members, ...asked }: JobQuestion): Promise<ListedJob[]> =>
  sql<ListedJob[]>`
    select id, kind, due_at as "dueAt", created_at as "createdAt", failed_at as "failedAt", attempts,
      max_attempts as "maxAttempts", last_error as error, target,
      payload ->> (${sql.json(members)}::json ->> kind) as about
    from ${found(sql, asked, offset + limit)}
    order by ${asked.state === 'failed' ? sql`failed_at desc` : sql`due_at`}, id offset ${offset} limit ${limit}`;

/** Nobody reads on from "10,000+". */
export const mostCounted = 10_000;

/** How many of each kind are in a state, of the first `mostCounted`. */
export const countJobs = (
  sql: Sql,
  asked: Pick<JobQuestion, 'state' | 'now'>,
): Promise<{ kind: string; count: number }[]> =>
  sql<{ kind: string; count: number }[]>`
    select kind, count(*)::int as count from (select kind from ${found(sql, asked, mostCounted)} limit ${mostCounted}) counted
    group by kind order by kind`;

/** The first so many of a state. Each part reads one end of one index: a million timers that are still to come cost nothing. */
function found(sql: Sql, { state, kind, now }: Pick<JobQuestion, 'state' | 'kind' | 'now'>, most: number) {
  const ofKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
  if (state === 'failed')
    return sql`(select * from core.job where failed_at is not null ${ofKind} order by failed_at desc limit ${most}) as found`;
  if (state === 'working')
    return sql`(select * from core.job where lease_until is not null and failed_at is null ${ofKind} order by lease_until limit ${most}) as found`;
  const moment = sql`to_timestamp(${now}::float8 / 1000)`;
  const isThen = state === 'due' ? sql`due_at <= ${moment}` : sql`due_at > ${moment}`;
  const part = (crashes: 'none' | 'some') => sql`
    select first.* from unnest(${allLanes}::smallint[]) as lanes (lane), lateral (
      select * from core.job where lane = lanes.lane and ${isThen} and lease_until is null and failed_at is null
        and ${crashes === 'none' ? sql`crashes = 0` : sql`crashes > 0`} ${ofKind} order by due_at limit ${most}) as first`;
  return sql`(${part('none')} union all ${part('some')}) as found`;
}
