import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import { rowSource, type RowSource, type SourceColumn } from './row-source.ts';
import { searchText } from './search-text.ts';

/** Stands for the owner among the places of changed fields. */
export const ownerPlace = -1;

export interface ChangedRow {
  id: string;
  /** By place in `model.stored`. */
  values: readonly unknown[];
  owner: string | null | undefined;
  /** Places of the fields that change. */
  changed: ReadonlySet<number>;
}

interface Assignment {
  /** Quoted name in the table. */
  column: string;
  /** Where in the source its values stand. */
  value: number;
  /** Where the source says for which rows; undefined when for all. */
  flag: number | undefined;
}

/** One update for any mixture of fields: a field that only some rows change carries a flag. */
export async function updateStatement(
  context: WriteContext,
  model: EntityModel,
  rows: readonly ChangedRow[],
): Promise<void> {
  const columns: SourceColumn[] = [{ name: 'id', type: 'uuid', values: rows.map(({ id }) => id) }];
  const assignments = assign(model, rows, columns);
  const bindings = createBindings();
  const source = rowSource(columns, bindings);
  const sets = assignments.map((one) => `${one.column} = ${valueSql(one, source)}`);
  const byColumn = new Map(assignments.map((one) => [one.column, valueSql(one, source)]));
  const search = changesSearch(model, rows)
    ? searchText({
        models: context.models,
        model,
        column: (name) => byColumn.get(name) ?? `t.${name}`,
        id: 't.id',
      })
    : null;
  if (search) sets.push(`search = ${search}`);
  const at = bindings.bind(new Date(context.at).toISOString(), 'timestamptz');
  const by = bindings.bind(context.actor.userId ?? context.actor.id, 'text');
  await run(
    context.tx,
    `update ${model.table} t set ${sets.join(', ')}, version = t.version + 1, updated_at = ${at}, updated_by = ${by}
     from ${source.from} where t.id = ${source.value(0)}`,
    bindings.values,
  );
}

function assign(model: EntityModel, rows: readonly ChangedRow[], columns: SourceColumn[]): Assignment[] {
  const assignments: Assignment[] = [];
  const add = (
    place: number,
    own: readonly { name: string; type: string }[],
    texts: (row: ChangedRow) => (string | null)[],
  ): void => {
    const setters = rows.filter((row) => row.changed.has(place)).length;
    if (setters === 0) return;
    let flag: number | undefined;
    if (setters < rows.length)
      flag =
        columns.push({
          name: '',
          type: 'boolean',
          values: rows.map((row) => String(row.changed.has(place))),
        }) - 1;
    const values = rows.map((row) => (row.changed.has(place) ? texts(row) : []));
    own.forEach(({ name, type }, part) => {
      const value = columns.push({ name, type, values: values.map((one) => one[part] ?? null) }) - 1;
      assignments.push({ column: name, value, flag });
    });
  };
  add(ownerPlace, [{ name: 'owner_id', type: 'uuid' }], (row) => [row.owner ?? null]);
  model.stored.forEach((field, index) => {
    add(index, field.columns, (row) => {
      const value = row.values[index];
      return value === null || value === undefined ? [] : field.spec.toColumns(value);
    });
  });
  return assignments;
}

const valueSql = ({ column, value, flag }: Assignment, source: RowSource): string =>
  flag === undefined
    ? source.value(value)
    : `case when ${source.value(flag)} then ${source.value(value)} else t.${column} end`;

function changesSearch(model: EntityModel, rows: readonly ChangedRow[]): boolean {
  const searched = new Set(model.definition.search.map((path) => model.indexOf.get(path.split('.')[0]!)));
  return rows.some((row) => [...row.changed].some((index) => searched.has(index)));
}
