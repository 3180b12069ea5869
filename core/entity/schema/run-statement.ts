import type { Sql, Tx } from '../../db/connect.ts';

/** Writers wait behind a waiting lock: give up soon and try again. */
const lockTimeout = '2s';
const attempts = 30;
/** Between two attempts those who waited behind this one get their turn. */
const pause = 200;

/** Each in a transaction of its own; what is built concurrently outside of any. */
export async function runStatement(sql: Sql, text: string): Promise<void> {
  try {
    if (text.includes('concurrently')) await sql.unsafe(text);
    else await whenUnlocked(sql, (tx) => tx.unsafe(text));
  } catch (error) {
    // The constraint is already there: an earlier run got this far.
    if (codeOf(error) !== '42710') throw error;
  }
}

/** Runs in one transaction as soon as nobody holds the table for long. */
export const whenUnlocked = (sql: Sql, run: (tx: Tx) => Promise<unknown>): Promise<void> =>
  insistently(async () => {
    await sql.begin(async (tx) => {
      await tx.unsafe(`set local lock_timeout = '${lockTimeout}'`);
      await run(tx);
    });
  });

/**
 * Again where somebody held a lock for too long, or each waited for the other, or both were at one index: what a killed
 * process had begun to build goes on in the database for a while.
 */
export async function insistently(run: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      return await run();
    } catch (error) {
      if (!isPassing(error) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
}

/** A lock that was held, a deadlock, and two sessions at the entry of one index, for which PostgreSQL has no code of its own. */
const isPassing = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code === 'XX000') return /^tuple concurrently (updated|deleted)/.test((error as Error).message); // `codeOf` looked
  return code === '55P03' || code === '40P01';
};

/** Small transactions until there is nothing left; tells of the rows seen so far. */
export async function runBatches(
  sql: Sql,
  text: string,
  watch: (rows: number) => Promise<void> | undefined,
): Promise<void> {
  let last: string | null = '00000000-0000-0000-0000-000000000000';
  let rows = 0;
  while (last !== null) {
    const answer: { last: string | null; rows: number }[] = await sql.unsafe(text, [last]);
    const part = answer[0]!;
    rows += part.rows;
    last = part.last;
    await watch(rows);
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
