import type { FieldShape } from '../../../access/shape.ts';
import type { Bindings } from '../../../db/bindings.ts';
import { invalid } from '../../../errors.ts';
import type { AggregateInput, Bucket } from '../../record-store.ts';
import { guardedPath, readableSql, type Asking } from '../guard.ts';

export interface Group {
  /** In the answer's rows: the path, with its bucket where the same path is grouped twice. */
  name: string;
  /** The entity that the last field of the path belongs to. */
  entity: string;
  field: FieldShape;
  bucket: Bucket | undefined;
  sql: string;
}

const mostFields = 6;

export interface GroupsSql {
  groups: Group[];
  joins: string[];
}

/** A path joins what it leads to; records that the actor may not see count as if there were none. */
export function groupsOf(
  asking: Asking,
  { group = [], timeZone }: AggregateInput & { timeZone: string },
  bindings: Bindings,
): GroupsSql {
  const joins = new Map<string, Join>();
  const names = new Set<string>();
  const groups = group.slice(0, mostFields).map(({ field: path, bucket }, index) => {
    const fields = guardedPath(asking, path, `/group/${index}/field`);
    const field = fields.at(-1)!;
    if (!canGroup(field, bucket) || fields.slice(0, -1).some(leadsToMany)) {
      const params = { entity: asking.entity, field: path.slice(0, 80) };
      throw invalid([{ pointer: `/group/${index}`, code: 'field-not-groupable', params }]);
    }
    const { alias, entity } = joined(asking, { path: fields.slice(0, -1), joins, bindings });
    const name = names.has(path) ? `${path}:${bucket ?? 'value'}` : path;
    names.add(path);
    if (leadsToMany(field)) {
      const each = eachOf(asking, { field, of: alias, joins, bindings });
      return { ...{ name, entity: each.entity, field, bucket }, sql: `${each.alias}.id` };
    }
    const value = field.sql(alias);
    return {
      ...{ name, entity, field, bucket },
      sql: bucket ? bucketSql(value, { isDay: field.kind === 'date', bucket, timeZone, bindings }) : value,
    };
  });
  return { groups, joins: [...joins.values()].map(({ sql }) => sql) };
}

export const leadsToMany = ({ kind, target }: FieldShape): boolean => kind === 'list' && target !== undefined;

interface EachInput {
  field: FieldShape;
  /** The alias of what has the list. */
  of: string;
  joins: Map<string, Join>;
  bindings: Bindings;
}

/** A record stands in the group of each that its list leads to and the actor may see; in that of none without any. */
function eachOf(asking: Asking, { field, of, joins, bindings }: EachInput): Join {
  const key = `each ${of} ${field.id}`;
  const found = joins.get(key);
  if (found) return found;
  const target = asking.context.models.shapes(field.target!);
  const alias = `g${joins.size}`;
  const conditions = [
    `r.id = any(${field.sql(of)})`,
    readableSql(asking, target.id, { alias: 'r', bindings }),
  ];
  if (target.hasBin) conditions.push('r.deleted_at is null');
  const sql = `left join lateral (select r.id from ${target.table} r where ${conditions.join(' and ')}) ${alias} on true`;
  const made = { alias, entity: target.id, sql };
  joins.set(key, made);
  return made;
}

function canGroup({ kind }: FieldShape, bucket: Bucket | undefined): boolean {
  if (kind === 'opaque' || kind === 'blind') return false;
  if (!bucket) return true;
  return kind === 'instant' || (kind === 'date' && bucket !== 'hour');
}

interface Join {
  alias: string;
  entity: string;
  sql: string;
}

interface JoinInput {
  path: readonly FieldShape[];
  joins: Map<string, Join>;
  bindings: Bindings;
}

function joined(asking: Asking, { path, joins, bindings }: JoinInput): Omit<Join, 'sql'> {
  let at = { alias: 't', entity: asking.entity };
  path.forEach((field, index) => {
    const key = path
      .slice(0, index + 1)
      .map(({ id }) => id)
      .join('.');
    const found = joins.get(key);
    if (found) return (at = found);
    const target = asking.context.models.shapes(field.target!);
    const alias = `g${joins.size}`;
    const conditions = [`${alias}.id = ${field.sql(at.alias)}`];
    if (target.hasBin) conditions.push(`${alias}.deleted_at is null`);
    conditions.push(readableSql(asking, target.id, { alias, bindings }));
    const sql = `left join ${target.table} ${alias} on ${conditions.join(' and ')}`;
    const made = { alias, entity: target.id, sql };
    joins.set(key, made);
    return (at = made);
  });
  return at;
}

interface BucketInput {
  isDay: boolean;
  bucket: Bucket;
  timeZone: string;
  bindings: Bindings;
}

/** The first day of the bucket in the company's time zone; day of the week (Monday is 1) and hour of the day as numbers. */
function bucketSql(value: string, { isDay, bucket, timeZone, bindings }: BucketInput): string {
  const local = isDay ? `${value}::timestamp` : `${value} at time zone ${bindings.bind(timeZone, 'text')}`;
  if (bucket === 'weekday') return `extract(isodow from ${local})::int`;
  if (bucket === 'hour') return `extract(hour from ${local})::int`;
  return `date_trunc('${bucket}', ${local})::date`;
}
