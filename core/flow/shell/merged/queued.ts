/** Work about records that stands in the queue, before there is an instance of it. */
import type { Db, Tx } from '../../../db/connect.ts';

const kinds = ['flow.start', 'flow.record-start'];

/** Whether there is any at all: which records it is about is looked up only when some became one. */
export async function isAnyQueued(db: Db): Promise<boolean> {
  const [found] = await db<{ isAny: boolean }[]>`
    select exists (select from core.job where kind = any(${kinds})) as "isAny"`;
  return found!.isAny;
}

/**
 * What waits goes on about the record that others became, wherever it names them. Answers whether some of it is being
 * carried out at this moment, and is to be looked at again.
 */
export async function pointQueued(
  tx: Tx,
  { from, into }: { from: readonly string[]; into: string },
): Promise<boolean> {
  let isUnderWay = false;
  for (const loser of from) {
    await tx`
      update core.job set payload = replace(payload::text, ${loser}, ${into})::json
      where kind = any(${kinds}) and lease_until is null and strpos(payload::text, ${loser}) > 0`;
    const [left] = await tx<{ isAny: boolean }[]>`
      select exists (
        select from core.job where kind = any(${kinds}) and failed_at is null and strpos(payload::text, ${loser}) > 0
      ) as "isAny"`;
    isUnderWay ||= left!.isAny;
  }
  return isUnderWay;
}
