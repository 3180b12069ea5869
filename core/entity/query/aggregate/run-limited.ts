import type { Db } from '../../../db/connect.ts';
import { Problem } from '../../../errors.ts';
import type { AggregateLimits } from '../../record-store.ts';
import { runRows } from '../rows.ts';

export interface LimitedStatement {
  text: string;
  values: readonly (string | null | boolean)[];
  limits: AggregateLimits | undefined;
}

const cancelled = '57014';

/** Throws problem `aggregate-slow` (422) where it takes longer than it may. */
export async function runLimited(db: Db, { text, values, limits }: LimitedStatement): Promise<unknown[][]> {
  // Within a transaction of somebody else the time is theirs to limit.
  if (!limits || !('begin' in db)) return runRows(db, text, values);
  try {
    return await db.begin(async (tx) => {
      // Compiling (jit) takes longer than most answers: these run over a few columns, and are asked once.
      await tx.unsafe(
        `set local statement_timeout = ${Math.round(limits.milliseconds)}; set local jit = off`,
      );
      return runRows(tx, text, values);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== cancelled) throw error;
    const params = { seconds: Math.round(limits.milliseconds / 1000) };
    throw new Problem({ status: 422, code: 'aggregate-slow', params });
  }
}
