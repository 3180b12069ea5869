import type { Sql } from '../../db/connect.ts';
import { complete, crashLimit, enqueue, type Job } from '../../job/index.ts';
import { idsFrom } from '../../db/id-range.ts';
import type { Lease } from '../../job/sql/enqueue.ts';
import type { StartPayload } from './kinds.ts';

export interface SplitInput {
  sql: Sql;
  job: Job<StartPayload>;
  pieces: number;
  lease: Lease;
  /** The pieces stay claimed by this worker; else they are given back. */
  keepsLease: boolean;
}

/** Replaces a packed start by smaller ones, so that the start that fails is found and the others are not held up. */
export async function splitStart({
  sql,
  job,
  pieces,
  lease,
  keepsLease,
}: SplitInput): Promise<Job<StartPayload>[]> {
  const { items } = job.payload;
  const ids = idsFrom(job.target!, items.length);
  const size = Math.ceil(items.length / pieces);
  const parts: Job<StartPayload>[] = [];
  for (let from = 0; from < items.length; from += size) {
    const some = items.slice(from, from + size);
    parts.push({
      ...job,
      target: ids[from]!,
      targetLast: ids[from + some.length - 1]!,
      payload: { ...job.payload, items: some },
    });
  }
  const made = await sql.begin(async (tx) => {
    if ((await complete(tx, [job.id], lease.worker)) === 0) return [];
    const rows = parts.map((part) => ({
      kind: part.kind,
      lane: part.lane,
      payload: part.payload,
      dueAt: part.dueAt.getTime(),
      target: part.target,
      targetLast: part.targetLast,
      attempts: part.attempts,
      maxAttempts: part.maxAttempts,
      // A lease counts as one claim itself; a piece that is given back keeps the count of the crashes alone.
      // None of them was ever alone: each has its try.
      crashes: Math.min(job.crashes - 1, crashLimit - 1),
    }));
    return enqueue(tx, rows, keepsLease ? lease : undefined);
  });
  return made.map((id, index) => ({ ...parts[index]!, id }));
}
