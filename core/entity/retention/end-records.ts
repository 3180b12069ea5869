/** Records whose entity says how long they are kept go into the bin when that is over; what is in the bin goes for good after the grace. */
import { systemActor } from '../../access/actor.ts';
import type { Sql } from '../../db/connect.ts';
import { noteLoose } from '../../file/index.ts';
import { graceDays } from '../change/notes/field-notes.ts';
import type { KeptFor } from '../definition.ts';
import type { EntityModel } from '../model.ts';
import type { EntityCatalogue, Models } from '../models.ts';
import type { RecordStore } from '../record-store.ts';
import { dayMilliseconds, pastKeeping } from './past-keeping.ts';

export interface EndInput {
  sql: Sql;
  registry: Pick<EntityCatalogue, 'entities'>;
  models: Models;
  records: Pick<RecordStore, 'write'>;
  /** Milliseconds since 1970. */
  now: number;
}

/** Short transactions: nobody who writes such records waits for more than some milliseconds. */
const mostAtOnce = 200;

/** Answers how many records went, into the bin or out of it. */
export async function endRecords(input: EndInput): Promise<number> {
  let count = 0;
  for (const { id, keptFor } of input.registry.entities()) {
    const model = input.models.get(id);
    count += await forGood(input, model);
    if (keptFor) count += await intoBin(input, model, keptFor);
  }
  return count;
}

/** As whoever deletes them: what refers to them is emptied or holds them, flows and segments hear of it. */
async function intoBin(
  { sql, records, now }: EndInput,
  model: EntityModel,
  keptFor: KeptFor,
): Promise<number> {
  let count = 0;
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await sql.unsafe<{ id: string }[]>(
      `select t.id from ${model.table} t
       where t.deleted_at is null and t.id > $1 and ${pastKeeping(model, keptFor, now)}
       order by t.id limit ${mostAtOnce}`,
      [last],
    );
    const results = await records.write({
      actor: systemActor,
      changes: rows.map(({ id }) => ({ op: 'delete', entity: model.id, id })),
      cause: { isRetention: true },
    });
    count += results.filter(({ ok }) => ok).length;
    if (rows.length < mostAtOnce) return count;
    last = rows.at(-1)!.id;
  }
}

/** With what is told of them. What a record in some bin still refers to waits for that one. */
async function forGood({ sql, models, now }: EndInput, model: EntityModel): Promise<number> {
  const before = now - graceDays * dayMilliseconds;
  const referred = models.incoming(model.id).map(({ model: { table }, column, isMany }) => {
    const refers = isMany ? `r.${column} @> array[t.id]` : `r.${column} = t.id`;
    return `and not exists (select from ${table} r where ${refers})`;
  });
  const files = model.stored
    .filter(({ definition }) => definition.type === 'file')
    .map(({ columns: [column] }) => column!.name);
  let count = 0;
  for (;;) {
    const gone = await sql.begin(async (tx) => {
      const rows = await tx.unsafe<{ id: string; files: string[] }[]>(
        `delete from ${model.table} where id in (
           select t.id from ${model.table} t
           where t.deleted_at < $1 ${referred.join(' ')}
           limit ${mostAtOnce} for update skip locked) returning id, array_remove(array[${files.join(', ')}]::uuid[], null) as files`,
        [new Date(before).toISOString()],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) {
        await noteLoose(
          tx,
          rows.flatMap((row) => row.files),
        );
        await tx`delete from core.event where record_id = any(${ids}::uuid[])`;
        await tx`delete from core.share where entity = ${model.id} and record_id = any(${ids}::uuid[])`;
      }
      return ids.length;
    });
    count += gone;
    if (gone < mostAtOnce) return count;
  }
}
