/**
 * A table that is filled for the first time does without the indexes that only make reading fast: built once at the
 * end they cost a third. Unique ones stay, they are checks. Whoever dies in between leaves a plan to the next start,
 * which builds what is missing.
 */
import type { Sql } from '../../db/connect.ts';
import type { EntityDefinition } from '../definition.ts';
import { quoted, tableOf } from '../names.ts';
import { applySchema, lockSchema } from './apply.ts';
import { desiredTable } from './desired.ts';
import { indexSql } from './plan.ts';

/** Who works with the records that are there already keeps the indexes. */
const times = 10;

/** Whether so many rows are that much more than what is there. */
export async function isFirstLoad(
  sql: Sql,
  definition: EntityDefinition,
  expectedRows: number,
): Promise<boolean> {
  const most = Math.floor(expectedRows / times);
  const [found] = await sql.unsafe<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from ${tableOf(definition.id)} limit ${most + 1}) t`,
  );
  return found!.count <= most;
}

/** Changes nothing when readers do not let it for two seconds. */
export async function dropReadIndexes(sql: Sql, definition: EntityDefinition): Promise<void> {
  const names = desiredTable(definition)
    .indexes.filter(({ isUnique }) => !isUnique)
    .map(({ name }) => `data.${quoted(name)}`);
  await whenUnlocked(sql, `drop index if exists ${names.join(', ')}`);
}

/**
 * The trigram index stops those who write to the table for about 15 s per million rows: built concurrently, it takes
 * three times as long, and most of the table has only just come. All others are built without stopping anybody.
 */
export async function buildReadIndexes(sql: Sql, definition: EntityDefinition): Promise<void> {
  const desired = desiredTable(definition);
  const trigrams = desired.indexes.find(({ body }) => body.startsWith('using gin (search '));
  if (trigrams) await whenUnlocked(sql, indexSql(desired, trigrams, false));
  await applySchema(sql, [definition]);
}

/** Under the lock of the schema; leaves it when others hold the table for two seconds. */
async function whenUnlocked(sql: Sql, text: string): Promise<void> {
  const release = await lockSchema(sql);
  try {
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '2s'`;
      await tx.unsafe(text);
    });
  } catch (error) {
    const isLocked = error instanceof Error && 'code' in error && error.code === '55P03';
    if (!isLocked) throw error;
  } finally {
    await release();
  }
}
