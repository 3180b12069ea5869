import type { FieldShape } from '../../../access/shape.ts';
import type { Bindings } from '../../../db/bindings.ts';
import { invalid } from '../../../errors.ts';
import type { AggregateInput, Bucket } from '../../record-store.ts';
import { guardedPath, type Asking } from '../guard.ts';
import { bucketSql } from './bucket-sql.ts';
import { reachedFrom } from './reach-sql.ts';

export interface Group {
  /** In the answer's rows: the path, with its bucket where the same path is grouped twice. */
  name: string;
  /** The entity that the last field of the path belongs to; of a list of records, that of the records. */
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

/**
 * A path joins what it leads to; records that the actor may not see count as if there were none. Over a list a record
 * stands in the group of each value that it leads to, once; in that of nothing where it leads to none.
 */
export function groupsOf(
  asking: Asking,
  { group = [], timeZone }: AggregateInput & { timeZone: string },
  bindings: Bindings,
): GroupsSql {
  const names = new Set<string>();
  const asked = group.slice(0, mostFields).map(({ field: path, bucket }, index) => {
    const fields = guardedPath(asking, path, `/group/${index}/field`);
    const field = fields.at(-1)!;
    if (!canGroup(field, bucket)) {
      const params = { entity: asking.entity, field: path.slice(0, 80) };
      throw invalid([{ pointer: `/group/${index}`, code: 'field-not-groupable', params }]);
    }
    const name = names.has(path) ? `${path}:${bucket ?? 'value'}` : path;
    names.add(path);
    return { name, field, bucket, fields };
  });
  const ways = asked.map(({ fields, field, bucket }) => ({
    path: fields,
    value: (sql: string) =>
      bucket ? bucketSql(sql, { isDay: field.kind === 'date', bucket, timeZone, bindings }) : sql,
  }));
  const { joins, values } = reachedFrom('t', ways, { asking, bindings });
  const groups = asked.map(({ fields, ...one }, index) => ({
    ...one,
    entity: entityAt(asking, fields),
    sql: values[index]!,
  }));
  return { groups, joins };
}

function entityAt({ entity }: Asking, fields: readonly FieldShape[]): string {
  const led = fields.at(-1)!.kind === 'list' ? fields : fields.slice(0, -1);
  return led.reduce((at, { target }) => target ?? at, entity);
}

function canGroup({ kind }: FieldShape, bucket: Bucket | undefined): boolean {
  if (kind === 'opaque' || kind === 'blind') return false;
  if (!bucket) return true;
  return kind === 'instant' || (kind === 'date' && bucket !== 'hour');
}
