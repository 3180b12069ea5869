import type { Db } from '../../db/connect.ts';
import { workerLockClass } from '../worker.ts';

/** The numbers of all living workers: each holds an advisory lock under its own, which PostgreSQL drops with the connection. */
export const livingWorkers = (db: Db) => db`
  select objid::bigint::int from pg_locks
  where locktype = 'advisory' and classid = ${workerLockClass} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())`;
