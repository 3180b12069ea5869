/** A worker is a number that lives as long as its connection: see `sql/reclaim.ts`. */
import { randomInt } from 'node:crypto';
import { connect } from '../db/connect.ts';

/** `JOB` in ASCII: keeps worker locks apart from other advisory locks. */
export const workerLockClass = 0x4a4f42;

export interface Worker {
  number: number;
  /** Takes the lock again after a lost connection. */
  confirm(): Promise<void>;
  close(): Promise<void>;
}

export async function createWorker(url: string): Promise<Worker> {
  const number = randomInt(1, 2 ** 31 - 1);
  const sql = connect(url, { max: 1, name: 'relata worker' });
  const confirm = async (): Promise<void> => {
    await sql`
      select pg_advisory_lock(${workerLockClass}, ${number})
      where not exists (select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'
        and classid = ${workerLockClass} and objid = ${number}::bigint::oid and objsubid = 2)`;
  };
  await confirm();
  return { number, confirm, close: () => sql.end({ timeout: 5 }) };
}
