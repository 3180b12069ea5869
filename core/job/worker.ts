/** A worker is a number that lives as long as its connection: see `sql/living-workers.ts`. */
import { randomInt } from 'node:crypto';
import { connect, type Sql } from '../db/connect.ts';

/** `JOB` in ASCII: keeps worker locks apart from other advisory locks. */
export const workerLockClass = 0x4a4f42;

/** No worker's number. */
const aloneKey = 0;

export interface Worker {
  number: number;
  /**
   * For leases, crash counts, and commands that nobody was promised anything about yet: they must outlive this process,
   * not PostgreSQL. What is done under them is committed on another connection, and reaches the disk after them.
   */
  quick: Sql;
  /** Takes the lock again after a lost connection. */
  confirm(): Promise<void>;
  /** Runs this while no other worker does the same; false when another one does. */
  alone(run: () => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

export async function createWorker(url: string): Promise<Worker> {
  const number = randomInt(1, 2 ** 31 - 1);
  const sql = connect(url, { max: 1, name: 'relata worker' });
  const quick = connect(url, { max: 2, name: 'relata leases', isQuick: true });
  const confirm = async (): Promise<void> => {
    await sql`
      select pg_advisory_lock(${workerLockClass}, ${number})
      where not exists (select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'
        and classid = ${workerLockClass} and objid = ${number}::bigint::oid and objsubid = 2)`;
  };
  let isAlone = false;
  const alone = async (run: () => Promise<void>): Promise<boolean> => {
    // One connection takes the same lock as often as it likes: the other loops of this worker ask here.
    if (isAlone) return false;
    isAlone = true;
    try {
      const [row] = await sql<{ isMine: boolean }[]>`
        select pg_try_advisory_lock(${workerLockClass}, ${aloneKey}) as "isMine"`;
      if (!row?.isMine) return false;
      // A connection that is lost meanwhile has let go of it already.
      await run().finally(() =>
        sql`select pg_advisory_unlock(${workerLockClass}, ${aloneKey})`.catch(() => {}),
      );
      return true;
    } finally {
      isAlone = false;
    }
  };
  await confirm();
  const close = async (): Promise<void> => {
    await Promise.all([sql, quick].map((pool) => pool.end({ timeout: 5 })));
  };
  return { number, quick, confirm, alone, close };
}
