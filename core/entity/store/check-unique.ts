/**
 * Finds values of unique fields that are taken, in the batch or in the table, before the insert would fail as a
 * whole. Two writers at once still meet at the partial unique index.
 */
import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import type { Prepared } from './prepare-values.ts';

export interface UniqueRow {
  id: string;
  prepared: Prepared;
}

export async function checkUnique(
  context: WriteContext,
  model: EntityModel,
  rows: readonly UniqueRow[],
): Promise<void> {
  for (let index = 0; index < model.stored.length; index++)
    if (model.stored[index]!.definition.unique) await checkField(context, { model, index, rows });
}

interface UniqueField {
  model: EntityModel;
  index: number;
  rows: readonly UniqueRow[];
}

async function checkField(context: WriteContext, { model, index, rows }: UniqueField): Promise<void> {
  const field = model.stored[index]!;
  const keyOf = (row: UniqueRow): string | null => {
    const value = row.prepared.values[index];
    return value === undefined || value === null ? null : (field.spec.toColumns(value)[0] ?? null);
  };
  const fail = (row: UniqueRow): void => {
    row.prepared.errors.push({
      pointer: `/${field.id}`,
      code: 'not-unique',
      params: { field: field.id, value: keyOf(row) },
    });
  };
  const first = new Map<string, UniqueRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || row.prepared.errors.length > 0) continue;
    if (first.has(key)) fail(row);
    else first.set(key, row);
  }
  if (first.size === 0) return;
  for (const { key, id } of await taken(context, { model, index, keys: [...first.keys()] })) {
    const row = first.get(key);
    if (row && row.id !== id) fail(row);
  }
}

async function taken(
  context: WriteContext,
  { model, index, keys }: { model: EntityModel; index: number; keys: string[] },
): Promise<{ key: string; id: string }[]> {
  const [column] = model.stored[index]!.columns;
  const bindings = createBindings();
  const text = `select t.${column!.name}::text as key, t.id from ${model.table} t
    where t.${column!.name} = any(${bindings.bindList(keys, column!.type)}) and t.deleted_at is null`;
  return run(context.tx, text, bindings.values);
}
