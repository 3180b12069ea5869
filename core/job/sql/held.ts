import type { Db } from '../../db/connect.ts';

/** More jobs than are ever at work: a limit makes a table whose statistics are old be read by its index. */
export const mostHeld = 10_000;

/** The jobs at work, those first whose lease ends first. */
export const held = (db: Db) => db`(
  select id, due_at, created_at, failed_at, lease_until, leased_by from core.job
  where lease_until is not null order by lease_until limit ${mostHeld}) as held`;
