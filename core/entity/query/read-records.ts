import type { Actor } from '../../access/actor.ts';
import { createBindings } from '../../db/bindings.ts';
import type { Db } from '../../db/connect.ts';
import type { RecordData } from '../definition.ts';
import { isId } from '../field-types/relation.ts';
import type { QueryContext } from './context.ts';
import { readableSql } from './guard.ts';
import { decodeRows, runRows } from './rows.ts';
import { selectionOf } from './selection.ts';

export interface ReadManyInput {
  actor: Actor;
  entity: string;
  ids: readonly string[];
  fields?: readonly string[];
}

/** In the order of `ids`; null where there is nothing, or nothing that the actor may see. */
export async function readRecords(
  context: QueryContext,
  { actor, entity, ids, fields }: ReadManyInput,
  db: Db,
): Promise<(RecordData | null)[]> {
  const model = context.models.get(entity);
  const asking = { context, actor, entity };
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return ids.map(() => null);
  const bindings = createBindings();
  const readable = readableSql(asking, entity, { alias: 't', bindings });
  const selection = selectionOf({ asking, model, fields, bindings });
  const text = `select ${selection.columns.join(', ')} from ${model.table} t ${selection.joins.join(' ')}
    where t.id = any(${bindings.bindList(wanted, 'uuid')}) and t.deleted_at is null and ${readable}`;
  const records = await decodeRows(context, selection, await runRows(db, text, bindings.values));
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
