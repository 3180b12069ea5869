import { pointsTo } from '../../access/rule/points-to.ts';
import { testsOf } from '../../access/rule/rule.ts';
import { parseRule } from '../../access/rule/parse.ts';
import type { Bindings } from '../../db/bindings.ts';
import type { FieldDefinition } from '../definition.ts';
import { moneyOf } from '../field-types/money.ts';
import { rollupResult } from '../rollup-result.ts';
import { filterSql, readableSql, type Asking } from './guard.ts';

const functions = { count: 'count', sum: 'sum', min: 'min', max: 'max', average: 'avg' } as const;

export interface RollupSql {
  sql: string;
  read(value: unknown): unknown;
}

/** A roll-up as a subselect over the children that the actor may see; null where it may not be asked about. */
export function rollupSql(
  { asking, bindings }: { asking: Asking; bindings: Bindings },
  field: FieldDefinition,
): RollupSql {
  const { entity, by, function: name, field: measured, where } = field.rollup!;
  const { models, access } = asking.context;
  const child = models.get(entity);
  const of: Asking = { ...asking, entity };
  const filter = parseRule({ filter: where, entity, shapes: models.shapes });
  const tested = testsOf(filter).flatMap(({ path }) => path[0]?.id ?? []);
  const asked = [by, ...(measured === undefined ? [] : [measured]), ...tested];
  if (asked.some((id) => !access.alwaysSees(asking.actor, entity, id))) return nothing;
  const conditions = [
    pointsTo(child.shape.fields.get(by)!, 'c', 't.id'),
    'c.deleted_at is null',
    readableSql(asking, entity, { alias: 'c', bindings }),
    ...(filter.kind === 'all' ? [] : [filterSql(of, filter, { alias: 'c', bindings })]),
  ].join(' and ');
  const value = measured === undefined ? undefined : child.stored[child.indexOf.get(measured)!];
  const result = rollupResult(field.rollup!, value?.definition);
  const column = value ? `c.${value.columns[0]!.name}` : '*';
  // Money is never added across currencies.
  if (result === 'money') {
    const currency = `c.${value!.columns[1]!.name}`;
    return {
      sql: `(select json_agg(json_build_array(m.amount, m.currency)) from (
        select sum(${column})::text as amount, ${currency} as currency from ${child.table} c
        where ${conditions} and ${column} is not null group by 2 order by sum(${column}) desc) m)`,
      read: readMoney,
    };
  }
  const cast = result === 'date' || result === 'dateTime' ? '' : '::float8';
  return {
    sql: `(select ${functions[name]}(${column})${cast} from ${child.table} c where ${conditions})`,
    read: (found) => (found instanceof Date ? found.toISOString() : (found ?? null)),
  };
}

const nothing: RollupSql = { sql: 'null', read: () => null };

/** Pairs of amount and currency, as the statement above makes them. */
const readMoney = (found: unknown): unknown =>
  found === null || found === undefined
    ? null
    : (found as [string, string][]).map(([amount, currency]) => moneyOf(amount, currency));
