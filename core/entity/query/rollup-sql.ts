import { pointsTo } from '../../access/rule/points-to.ts';
import { testsOf } from '../../access/rule/rule.ts';
import { parseRule } from '../../access/rule/parse.ts';
import type { Bindings } from '../../db/bindings.ts';
import type { FieldDefinition } from '../definition.ts';
import { moneyOf } from '../field-types/money.ts';
import { rollupPath, type RollupStep } from '../rollup-path.ts';
import { rollupResult } from '../rollup-result.ts';
import { filterSql, readableSql, type Asking } from './guard.ts';

const functions = { count: 'count', sum: 'sum', min: 'min', max: 'max', average: 'avg' } as const;

export interface RollupSql {
  sql: string;
  read(value: unknown): unknown;
}

interface RollupInput {
  asking: Asking;
  bindings: Bindings;
}

/** A roll-up as a subselect over the children that the actor may see; null where it may not be asked about. */
export function rollupSql({ asking, bindings }: RollupInput, field: FieldDefinition): RollupSql {
  const { entity, by, function: name, field: measured, where } = field.rollup!;
  const { models, access } = asking.context;
  const child = models.get(entity);
  const of: Asking = { ...asking, entity };
  const filter = parseRule({ filter: where, entity, shapes: models.shapes });
  const tested = testsOf(filter).flatMap(({ path }) => path[0]?.id ?? []);
  const reads = child.shape.fields.get(measured ?? '')?.dependsOn ?? [];
  // Who may not see what a formula reads may not see what is made of it.
  const asked = [...(measured === undefined ? [] : [measured]), ...reads.flat(), ...tested];
  const steps = rollupPath({ entity, by }, (id) => models.get(id).definition) ?? [];
  const mayAsk =
    asked.every((id) => access.alwaysSees(asking.actor, entity, id)) &&
    steps.every((step) => access.alwaysSees(asking.actor, step.entity, step.field));
  if (!mayAsk) return nothing;
  const conditions = [
    leadsHere({ asking, bindings }, steps),
    'c.deleted_at is null',
    readableSql(asking, entity, { alias: 'c', bindings }),
    ...(filter.kind === 'all' ? [] : [filterSql(of, filter, { alias: 'c', bindings })]),
  ].join(' and ');
  const value = measured === undefined ? undefined : child.shape.fields.get(measured);
  if (value?.kind === 'opaque') return nothing;
  const result = rollupResult(field.rollup!, child.definition.fields[measured ?? '']);
  const column = value?.sql('c') ?? '*';
  // Money is never added across currencies.
  if (result === 'money') {
    const currency = value!.currency!('c');
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

/** Over two relations: what lies between counts as far as the actor may see it, and its index finds the children. */
function leadsHere({ asking, bindings }: RollupInput, [first, second]: readonly RollupStep[]): string {
  const { models } = asking.context;
  const shapeOf = (step: RollupStep) => models.shapes(step.entity).fields.get(step.field)!;
  if (!first) return 'false';
  if (!second) return pointsTo(shapeOf(first), 'c', 't.id');
  return `exists (select 1 from ${models.shapes(second.entity).table} b
    where ${pointsTo(shapeOf(first), 'c', 'b.id')} and ${pointsTo(shapeOf(second), 'b', 't.id')}
      and b.deleted_at is null and ${readableSql(asking, second.entity, { alias: 'b', bindings })})`;
}

const nothing: RollupSql = { sql: 'null', read: () => null };

/** Pairs of amount and currency, as the statement above makes them. */
const readMoney = (found: unknown): unknown =>
  found === null || found === undefined
    ? null
    : (found as [string, string][]).map(([amount, currency]) => moneyOf(amount, currency));
