/** The values that rules ask of a record, nested as `evaluate` wants them, read past every rule. */
import type { Test } from '../../access/rule/rule.ts';
import type { FieldShape, Shapes } from '../../access/shape.ts';
import { createBindings, run } from '../../db/bindings.ts';
import type { Sql } from '../../db/connect.ts';

export type Values = Record<string, unknown>;

/** Null where there is no such record. Relations become objects that hold what was asked of them, and their id. */
export async function readValues(
  { sql, shapes }: { sql: Sql; shapes: Shapes },
  { entity, id, tests }: { entity: string; id: string; tests: readonly Test[] },
): Promise<Values | null> {
  const paths = new Map(tests.map(({ path }) => [path.map((field) => field.id).join('.'), path]));
  const list = [...paths.values()];
  const columns = list.map((path, index) => `${valueSql(shapes, path, 't')} as "v${index}"`);
  const bindings = createBindings();
  const { table } = shapes(entity);
  const [row] = await run<Record<string, unknown>>(
    sql,
    `select ${['t.id', ...columns].join(', ')} from ${table} t where t.id = ${bindings.bind(id, 'uuid')}`,
    bindings.values,
  );
  if (!row) return null;
  const values: Values = { id: row['id'] };
  // Short paths first: a relation is its id before it becomes an object.
  const order = list
    .map((path, index) => ({ path, index }))
    .toSorted((a, b) => a.path.length - b.path.length);
  for (const { path, index } of order) put(values, path, plain(row[`v${index}`]));
  return values;
}

/** As in the condition itself: a subselect per relation, none through a record in the bin. */
function valueSql(shapes: Shapes, path: readonly FieldShape[], alias: string): string {
  const [first, ...rest] = path;
  if (rest.length === 0) return first!.sql(alias);
  const target = shapes(first!.target!);
  const inner = `${alias}x`;
  const bin = target.hasBin ? ` and ${inner}.deleted_at is null` : '';
  const value = valueSql(shapes, rest, inner);
  if (first!.kind === 'list')
    return `(select json_agg(json_build_object('id', ${inner}.id, 'value', ${value}) order by ${inner}.id)
      from ${target.table} ${inner} where ${inner}.id = any(${first!.sql(alias)})${bin})`;
  return `(select ${value} from ${target.table} ${inner} where ${inner}.id = ${first!.sql(alias)}${bin})`;
}

function put(values: Values, path: readonly FieldShape[], value: unknown): void {
  const [first, ...rest] = path;
  const { id, kind } = first!;
  const inside = values[id];
  if (rest.length === 0) values[id] = value;
  else if (kind === 'list') values[id] = putInto(inside, rest, value);
  else {
    // The cast: what is put here before is either a plain id or such an object.
    const nested = (
      typeof inside === 'object' && inside !== null ? inside : { id: inside ?? null }
    ) as Values;
    values[id] = nested;
    put(nested, rest, value);
  }
}

/** Each record of a list with what was asked of it. */
function putInto(inside: unknown, path: readonly FieldShape[], value: unknown): Values[] {
  // The casts: lists are of plain ids or of such objects, values as the statement above makes them.
  const known = ((inside ?? []) as unknown[]).map((one) =>
    typeof one === 'object' && one !== null ? (one as Values) : { id: one },
  );
  const found = new Map(
    ((value ?? []) as { id: string; value: unknown }[]).map((one) => [one.id, one.value]),
  );
  const all = new Map(known.map((one) => [String(one['id']), one]));
  for (const [id, own] of found) {
    const nested = all.get(id) ?? { id };
    put(nested, path, own);
    all.set(id, nested);
  }
  return [...all.values()];
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));
