/** Forward-only migrations: files `NNNN-<what>.sql`, each in a transaction of its own, once, in order. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Sql } from './connect.ts';

const folder = new URL('../../migrations/', import.meta.url);
/** Any constant: only one process migrates at a time. */
const lockKey = 0x52454c41;

/** Runs what is missing and answers the names of the files that ran. */
export async function migrate(sql: Sql): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).toSorted();
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${lockKey})`;
    await connection`create schema if not exists core`;
    await connection`create table if not exists core.migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const applied = new Map(
      (await connection<{ name: string; checksum: string }[]>`select name, checksum from core.migration`).map(
        (row) => [row.name, row.checksum],
      ),
    );
    const done: string[] = [];
    for (const name of files) {
      const text = await readFile(new URL(name, folder), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const known = applied.get(name);
      if (known === checksum) continue;
      if (known)
        throw new Error(
          `Migration ${name} was changed after it ran here. Restore the file; add a new one instead.`,
        );
      await connection.unsafe(`begin; ${text}`);
      await connection`insert into core.migration (name, checksum) values (${name}, ${checksum})`;
      await connection`commit`;
      done.push(name);
    }
    return done;
  } catch (error) {
    await connection`rollback`;
    throw error;
  } finally {
    await connection`select pg_advisory_unlock(${lockKey})`;
    connection.release();
  }
}
