/**
 * Finds values of unique fields and unique rules that are taken, in the batch or in the table, before the insert
 * would fail as a whole. Two writers at once still meet at the partial unique index.
 */
import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel, StoredColumn } from '../model.ts';
import type { WriteContext } from './context.ts';
import type { Prepared } from './prepare-values.ts';

export interface UniqueRow {
  id: string;
  prepared: Prepared;
  /** What stands where nothing was given: values of a record that is changed, by place in `model.stored`. */
  current?: { values: readonly unknown[]; owner: string | null };
}

/** One column of what must be unique. */
interface Part {
  column: StoredColumn;
  /** Undefined where the change gives nothing. */
  given(row: UniqueRow): string | null | undefined;
  now(row: UniqueRow): string | null;
}

interface UniqueSet {
  fields: readonly string[];
  parts: readonly Part[];
}

export async function checkUnique(
  context: WriteContext,
  model: EntityModel,
  rows: readonly UniqueRow[],
): Promise<void> {
  for (const set of uniqueSets(model)) await checkSet(context, { model, set, rows });
}

export const hasUnique = (model: EntityModel): boolean =>
  model.stored.some(({ definition }) => definition.unique) ||
  Object.keys(model.definition.uniques ?? {}).length > 0;

const uniqueSets = (model: EntityModel): UniqueSet[] => [
  ...model.stored
    .filter(({ definition }) => definition.unique)
    .map(({ id }) => ({ fields: [id], parts: partsOf(model, id).slice(-1) })),
  ...Object.values(model.definition.uniques ?? {}).map(({ fields }) => ({
    fields,
    parts: fields.flatMap((field) => partsOf(model, field)),
  })),
];

function partsOf(model: EntityModel, field: string): Part[] {
  if (field === 'owner')
    return [
      {
        column: { name: 'owner_id', type: 'uuid' },
        given: (row) => row.prepared.owner,
        now: (row) => row.current?.owner ?? null,
      },
    ];
  const index = model.indexOf.get(field)!;
  const { columns, spec } = model.stored[index]!;
  const text = (value: unknown, part: number): string | null =>
    value === null || value === undefined ? null : (spec.toColumns(value)[part] ?? null);
  return columns.map((column, part) => ({
    column,
    given: ({ prepared }) =>
      prepared.values[index] === undefined ? undefined : text(prepared.values[index], part),
    now: ({ current }) => text(current?.values[index], part),
  }));
}

interface SetInput {
  model: EntityModel;
  set: UniqueSet;
  rows: readonly UniqueRow[];
}

async function checkSet(context: WriteContext, { model, set, rows }: SetInput): Promise<void> {
  const first = new Map<string, UniqueRow>();
  for (const row of rows) {
    const key = row.prepared.errors.length > 0 ? null : keyOf(set, row);
    if (key === null) continue;
    if (first.has(key)) fail(set, row, key);
    else first.set(key, row);
  }
  if (first.size === 0) return;
  const keys = [...first.keys()];
  for (const { id, place } of await taken(context, { model, set, keys })) {
    const key = keys[place - 1]!;
    const row = first.get(key)!;
    if (row.id !== id) fail(set, row, key);
  }
}

/** Null where a part is empty, or the change gives none of them. */
function keyOf({ parts }: UniqueSet, row: UniqueRow): string | null {
  const given = parts.map((part) => part.given(row));
  if (given.every((value) => value === undefined)) return null;
  const values = parts.map((part, index) => (given[index] === undefined ? part.now(row) : given[index]));
  return values.includes(null) ? null : JSON.stringify(values);
}

function fail({ fields }: UniqueSet, row: UniqueRow, key: string): void {
  // Made by `keyOf`.
  const [value] = JSON.parse(key) as string[];
  const isOne = fields.length === 1;
  row.prepared.errors.push({
    pointer: `/${fields[0]!}`,
    code: isOne ? 'not-unique' : 'not-unique-together',
    params: { field: fields[0], fields: fields.join(', '), value: isOne ? value : undefined },
  });
}

/** One look into the unique index per key; `place` counts from 1. */
async function taken(
  context: WriteContext,
  { model, set, keys }: { model: EntityModel; set: UniqueSet; keys: string[] },
): Promise<{ id: string; place: number }[]> {
  const bindings = createBindings();
  // Made by `keyOf`.
  const values = keys.map((key) => JSON.parse(key) as string[]);
  const lists = set.parts.map(({ column }, part) =>
    bindings.bindList(
      values.map((value) => value[part]!),
      column.type,
    ),
  );
  const names = set.parts.map((_, part) => `c${part}`);
  const equal = set.parts.map(({ column }, part) => `t.${column.name} = k.c${part}`).join(' and ');
  return run(
    context.tx,
    `select t.id, k.place from unnest(${lists.join(', ')}) with ordinality as k(${names.join(', ')}, place)
      join lateral (select t.id from ${model.table} t where ${equal} and t.deleted_at is null limit 1) t on true`,
    bindings.values,
  );
}
