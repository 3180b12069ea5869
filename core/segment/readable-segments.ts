import type { Db } from '../db/connect.ts';
import { Problem } from '../errors.ts';
import type { SegmentParts } from './change-members.ts';
import { parseCondition, type Condition } from './condition.ts';
import type { SegmentRow } from './segment-row.ts';

/**
 * Conditions of segments by their ids. A segment that reads what is gone is marked, so that people see it there, and
 * left out: the others go on without it.
 */
export async function readableSegments(
  db: Db,
  { models: { shapes }, now }: SegmentParts,
  rows: readonly SegmentRow[],
): Promise<Map<string, Condition>> {
  const readable = new Map<string, Condition>();
  for (const { id, entity, condition, state } of rows)
    try {
      if (condition !== null)
        readable.set(id, parseCondition({ condition, entity, shapes, now: now() }).condition);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (state !== 'failed') await markFailed(db, id, error);
    }
  return readable;
}

export const markFailed = (db: Db, id: string, { code, errors }: Problem): Promise<unknown> =>
  db`update core.segment set state = 'failed', problem = ${errors?.[0]?.code ?? code} where id = ${id}`;
