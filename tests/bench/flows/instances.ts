import type { RelataProcess } from '../../support/relata-process.ts';
import type { World } from '../world.ts';

const chunk = 5_000;

/** Starts so many over HTTP, in chunks. */
export async function startMany(
  relata: Pick<RelataProcess, 'call'>,
  { key, count }: { key: string; count: number },
  variablesOf: (index: number) => Record<string, unknown> = (n) => ({ n }),
): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const items = Array.from({ length: Math.min(chunk, count - from) }, (_, index) => ({
      variables: variablesOf(from + index),
    }));
    await relata.call('POST', `/api/flows/${key}/instances`, { items });
  }
}

/** Counted in the tables: the figures are about running, not about counting through the API. */
export async function countOf({ sql }: Pick<World, 'sql'>, table: Counted, key: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from ${sql(`flow.${table}`)} where flow = ${key}`;
  return row?.count ?? 0;
}
export type Counted = 'finished' | 'instance' | 'work_item';

export async function untilCount(
  world: Pick<World, 'sql'>,
  wanted: { table: Counted; key: string; count: number },
  everyMilliseconds = 200,
): Promise<void> {
  const until = Date.now() + 900_000;
  for (;;) {
    const count = await countOf(world, wanted.table, wanted.key);
    if (count >= wanted.count) return;
    if (Date.now() > until)
      throw new Error(`Only ${count} of ${wanted.count} rows of ${wanted.key} came to flow.${wanted.table}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
}

/** Until nothing that was asked for in bulk still waits for its first step. Like the next one, it must not count. */
export async function untilAllStarted({ sql }: Pick<World, 'sql'>): Promise<void> {
  for (;;) {
    const [row] = await sql<{ isWaiting: boolean }[]>`
      select exists (select from core.job where target is not null and kind = 'flow.start') as "isWaiting"`;
    if (!row?.isWaiting) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Asked often, so it must not count: counting ten thousand rows again and again was a fifth of what was measured. */
export async function untilAllEnded({ sql }: Pick<World, 'sql'>, key: string): Promise<void> {
  for (;;) {
    const [row] = await sql<{ isRunning: boolean }[]>`
      select exists (select from flow.instance where flow = ${key}) as "isRunning"`;
    if (!row?.isRunning) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
