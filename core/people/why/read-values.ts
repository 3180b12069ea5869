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
  return `(select ${valueSql(shapes, rest, inner)} from ${target.table} ${inner} where ${inner}.id = ${first!.sql(alias)}${bin})`;
}

function put(values: Values, path: readonly FieldShape[], value: unknown): void {
  let at = values;
  for (const { id } of path.slice(0, -1)) {
    const inside = at[id];
    // The cast: what is put here before is either a plain id or such an object.
    at = (at[id] = typeof inside === 'object' && inside !== null ? inside : { id: inside ?? null }) as Values;
  }
  at[path.at(-1)!.id] = value;
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));
