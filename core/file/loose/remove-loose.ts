/** Removes files that lost what they hung on. After its transaction, and again from the start where it broke off. */
import type { Sql, Tx } from '../../db/connect.ts';
import { columnsOfFiles } from './columns-of-files.ts';
import { noteLoose } from './note-loose.ts';

const mostAtOnce = 200;

export interface LooseTimes {
  before: Date;
  /** By the server's clock. */
  now: Date;
}

/**
 * Those that were loose `before`, or went for good with their records. Answers how many went; what something points at
 * stays, and is noted again when that goes.
 */
export async function removeLoose(sql: Sql, times: LooseTimes): Promise<number> {
  const columns = await columnsOfFiles(sql);
  let count = 0;
  for (;;) {
    const done = await sql.begin((tx) => removeSome(tx, columns, times));
    count += done.removed;
    if (done.seen < mostAtOnce) return count;
  }
}

/** Locked, so that nobody hangs one of them on a record meanwhile: who would waits, and then finds it gone. */
async function removeSome(
  tx: Tx,
  columns: readonly { table: string; column: string }[],
  { before, now }: LooseTimes,
): Promise<{ seen: number; removed: number }> {
  const rows = await tx<{ id: string }[]>`
    delete from core.loose_file where id in (
      select id from core.loose_file where since < ${before} order by id limit ${mostAtOnce} for update skip locked) returning id`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { seen: 0, removed: 0 };
  await tx`select from core.file where id = any(${ids}::uuid[]) order by id for update`;
  const pointed = await pointedAt(tx, ids, columns);
  const onTheWay = await inMessages(
    tx,
    ids.filter((id) => !pointed.has(id)),
  );
  // Looked at again a day after: messages that went say nothing about it.
  await noteLoose(tx, onTheWay, now);
  for (const id of onTheWay) pointed.add(id);
  const free = ids.filter((id) => !pointed.has(id));
  const { count } = await tx`delete from core.file where id = any(${free}::uuid[])`;
  return { seen: ids.length, removed: count };
}

async function pointedAt(
  tx: Tx,
  ids: readonly string[],
  columns: readonly { table: string; column: string }[],
): Promise<Set<string>> {
  const places = columns.map(
    ({ table, column }) => `select ${column} as id from ${table} where ${column} = any($1::uuid[])`,
  );
  const rows = await tx.unsafe<{ id: string }[]>(
    [...places, 'select file_id from core.import where file_id = any($1::uuid[])'].join(' union '),
    [ids as string[]], // the driver takes lists as they can be changed, and changes none
  );
  return new Set(rows.map(({ id }) => id));
}

/** What messages that have not gone take along; one pass over them. */
async function inMessages(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx<{ id: string }[]>`
    select distinct taken->>'file' as id from core.outbox o, json_array_elements(o.content->'files') taken
    where o.state in ('waiting', 'sending') and taken->>'file' = any(${[...ids]})`;
  return rows.map(({ id }) => id);
}
