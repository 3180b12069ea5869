import type { Access, Actor, Shapes } from '../../../access/index.ts';
import { createBindings } from '../../../db/bindings.ts';
import type { Db } from '../../../db/connect.ts';
import { Problem } from '../../../errors.ts';
import { foldText } from '../cell/cell-reader.ts';

export interface FindRecordsInput {
  access: Access;
  shapes: Shapes;
  actor: Actor;
  entity: string;
  /** The field whose text names the record. */
  field: string;
}

/**
 * Records the actor sees whose key field is one of the texts: as written, for which an index serves; and only
 * for what that leaves, without regard to case and outer spaces.
 */
export async function findRecords(
  db: Db,
  input: FindRecordsInput,
  texts: readonly string[],
): Promise<{ id: string; text: string }[]> {
  const exact = await select(db, input, { texts, isFolded: false });
  const found = new Set(exact.map((row) => row.text));
  const rest = texts.filter((text) => !found.has(text)).map(foldText);
  return rest.length === 0
    ? exact
    : [...exact, ...(await select(db, input, { texts: rest, isFolded: true }))];
}

async function select(
  db: Db,
  { access, shapes, actor, entity, field }: FindRecordsInput,
  { texts, isFolded }: { texts: readonly string[]; isFolded: boolean },
): Promise<{ id: string; text: string }[]> {
  const shape = shapes(entity);
  const key = shape.fields.get(field);
  if (!key || !access.alwaysSees(actor, entity, field))
    throw new Problem({ status: 422, code: 'import-key-unknown', params: { field, entity } });
  const bindings = createBindings(1);
  const list = bindings.bindList(texts, 'text');
  const predicate = access.predicate({ actor, entity, action: 'read', first: bindings.values.length + 1 });
  if (predicate === 'none') return [];
  const text = key.sqlType === 'text' ? key.sql('t') : `${key.sql('t')}::text`;
  const conditions = [`${isFolded ? `lower(btrim(${text}))` : text} = any(${list})`];
  if (shape.hasBin) conditions.push('t.deleted_at is null');
  if (predicate !== 'all') conditions.push(predicate.text);
  return db.unsafe<{ id: string; text: string }[]>(
    `select t.id, ${text} as text from ${shape.table} t where ${conditions.join(' and ')}`,
    [...bindings.values, ...(predicate === 'all' ? [] : predicate.values)],
    { prepare: true },
  );
}
