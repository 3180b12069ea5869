/** What paths lead to, as joins: those that go over the same relation go there together, to the same record. */
import type { FieldShape } from '../../../access/shape.ts';
import { isAmong } from '../../../access/rule/points-to.ts';
import type { Bindings } from '../../../db/bindings.ts';
import { readableSql, type Asking } from '../guard.ts';

export interface Way {
  /** Empty for the record itself. */
  path: readonly FieldShape[];
  /** What is made of the value in SQL. */
  value: (sql: string) => string;
}

interface Reached {
  joins: string[];
  /** One per way. */
  values: string[];
}

interface Scope {
  asking: Asking;
  bindings: Bindings;
}

/** Aliases of what is joined begin with the one that the ways begin at. */
export function reachedFrom(alias: string, ways: readonly Way[], scope: Scope): Reached {
  const joins: string[] = [];
  const values: string[] = [];
  const steps = new Map<string, { field: FieldShape; places: number[] }>();
  for (const [place, { path, value }] of ways.entries()) {
    const [field, ...rest] = path;
    if (!field) values[place] = value(`${alias}.id`);
    else if (rest.length === 0 && field.kind !== 'list') values[place] = value(field.sql(alias));
    else {
      const step = steps.get(field.id) ?? { field, places: [] };
      step.places.push(place);
      steps.set(field.id, step);
    }
  }
  for (const [index, { field, places }] of [...steps.values()].entries()) {
    const further = places.map((place) => ({ ...ways[place]!, path: ways[place]!.path.slice(1) }));
    const step = field.kind !== 'list' ? toOne : field.target === undefined ? toValues : toMany;
    const reached = step({ field, from: alias, alias: `${alias}_${index}`, further }, scope);
    joins.push(...reached.joins);
    for (const [at, place] of places.entries()) values[place] = reached.values[at]!;
  }
  return { joins, values };
}

interface Step {
  field: FieldShape;
  from: string;
  alias: string;
  further: readonly Way[];
}

function toOne({ field, from, alias, further }: Step, scope: Scope): Reached {
  const { table, on } = joined({ field, from, alias }, scope);
  const { joins, values } = reachedFrom(alias, further, scope);
  return { joins: [`left join ${table} ${alias} on ${on}`, ...joins], values };
}

/** Each combination of values once for a record, however many of the list have it. */
function toMany({ field, from, alias, further }: Step, scope: Scope): Reached {
  const inner = `${alias}r`;
  const { table, on } = joined({ field, from, alias: inner }, scope);
  const { joins, values } = reachedFrom(inner, further, scope);
  const isOfThemselves = further.some(({ path }) => path.length === 0);
  const columns = values.map((value, index) => `${value} as v${index}`).join(', ');
  const some = values.map((value) => `${value} is not null`).join(' or ');
  return {
    joins: [
      `left join lateral (select ${isOfThemselves ? '' : 'distinct '}${columns}
        from ${[`${table} ${inner}`, ...joins].join(' ')} where ${on} and (${some})) ${alias} on true`,
    ],
    values: values.map((_, index) => `${alias}.v${index}`),
  };
}

function toValues({ field, from, alias, further }: Step): Reached {
  return {
    joins: [`left join lateral (select distinct v from unnest(${field.sql(from)}) v) ${alias} on true`],
    values: further.map(({ value }) => value(`${alias}.v`)),
  };
}

/** The records that a relation leads to, as far as the actor may see them. */
function joined(
  { field, from, alias }: Omit<Step, 'further'>,
  { asking, bindings }: Scope,
): { table: string; on: string } {
  const { id, table, hasBin } = asking.context.models.shapes(field.target!);
  const conditions = [
    isAmong(`${alias}.id`, field, from),
    ...(hasBin ? [`${alias}.deleted_at is null`] : []),
    readableSql(asking, id, { alias, bindings }),
  ];
  return { table, on: conditions.join(' and ') };
}
