import type { Access, Actor, Shapes } from '../../../access/index.ts';
import { createBindings } from '../../../db/bindings.ts';
import type { Tx } from '../../../db/connect.ts';
import { Problem } from '../../../errors.ts';
import type { EntityDefinition } from '../../definition.ts';
import { fieldType } from '../../field-types/all.ts';
import { several } from './key-cache.ts';
import type { ReadRow } from '../row/read-row.ts';
import type { Duplicate } from '../run/waves.ts';

export interface Duplicates {
  /** What identifies a row, in the form in which it is stored; null when one of its keys is empty. */
  keyOf(row: ReadRow): string | null;
  /** For each row the record that has all its keys. */
  find(tx: Tx, rows: readonly ReadRow[]): Promise<Duplicate[]>;
}

export interface DuplicatesInput {
  access: Access;
  shapes: Shapes;
  actor: Actor;
  definition: EntityDefinition;
  keys: readonly string[];
  currency: string;
}

/** Keys are compared in the form in which they are stored, so that an index on the first one serves. */
export function duplicateFinder(input: DuplicatesInput): Duplicates {
  const { definition, keys } = input;
  const storedKey = (row: ReadRow): string[] | null => {
    const parts = keys.map((key) => stored(row.values[key], { definition, key, currency: input.currency }));
    // The cast: none of them is null.
    return parts.length === 0 || parts.some((part) => part === null) ? null : (parts as string[]);
  };
  const find = async (tx: Tx, rows: readonly ReadRow[]): Promise<Duplicate[]> => {
    const wanted = rows.map(storedKey);
    const first = [...new Set(wanted.filter((key) => key !== null).map((key) => key[0]!))];
    const found = new Map<string, Duplicate>();
    for (const { id, parts } of first.length > 0 ? await select(tx, input, first) : []) {
      const key = JSON.stringify(parts);
      found.set(key, found.has(key) ? several : id);
    }
    return wanted.map((key) => (key ? (found.get(JSON.stringify(key)) ?? null) : null));
  };
  const keyOf = (row: ReadRow): string | null => {
    const key = storedKey(row);
    return key && JSON.stringify(key);
  };
  return { find, keyOf };
}

async function select(
  tx: Tx,
  { access, shapes, actor, definition, keys }: DuplicatesInput,
  first: readonly string[],
): Promise<{ id: string; parts: string[] }[]> {
  const shape = shapes(definition.id);
  const columns = keys.map((key) => {
    const field = shape.fields.get(key);
    if (!field || !access.alwaysSees(actor, definition.id, key))
      throw new Problem({
        status: 422,
        code: 'import-key-unknown',
        params: { field: key, entity: definition.id },
      });
    return field;
  });
  const bindings = createBindings(1);
  const list = bindings.bindList(first, columns[0]!.sqlType);
  const predicate = access.predicate({
    actor,
    entity: definition.id,
    action: 'read',
    first: bindings.values.length + 1,
  });
  if (predicate === 'none') return [];
  const conditions = [`${columns[0]!.sql('t')} = any(${list})`];
  if (shape.hasBin) conditions.push('t.deleted_at is null');
  if (predicate !== 'all') conditions.push(predicate.text);
  const parts = columns.map((column) => `${column.sql('t')}::text`).join(', ');
  return tx.unsafe<{ id: string; parts: string[] }[]>(
    `select t.id, array[${parts}] as parts from ${shape.table} t where ${conditions.join(' and ')}`,
    [...bindings.values, ...(predicate === 'all' ? [] : predicate.values)],
    { prepare: true },
  );
}

/** The first column of the stored value; null when it is empty or would be refused anyway. */
function stored(
  value: unknown,
  { definition, key, currency }: { definition: EntityDefinition; key: string; currency: string },
): string | null {
  if (value === undefined || value === null) return null;
  if (key === 'owner') return String(value);
  const field = definition.fields[key];
  if (!field) return null;
  const spec = fieldType(field);
  const parsed = spec.parse(value, field, { currency });
  return parsed.ok && parsed.value !== null ? (spec.toColumns(parsed.value)[0] ?? null) : null;
}
