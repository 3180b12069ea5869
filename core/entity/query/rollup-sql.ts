import type { Bindings } from '../../db/bindings.ts';
import type { FieldDefinition } from '../definition.ts';
import { readableSql, type Asking } from './guard.ts';

const functions = { count: 'count', sum: 'sum', min: 'min', max: 'max', average: 'avg' } as const;

/** A roll-up as a subselect over the children that the actor may see; null where its field may not be asked about. */
export function rollupSql(
  { asking, bindings }: { asking: Asking; bindings: Bindings },
  field: FieldDefinition,
): string {
  const { entity, by, function: name, field: measured } = field.rollup!;
  const child = asking.context.models.get(entity);
  const relation = child.shape.fields.get(by)!;
  const value = measured === undefined ? undefined : child.shape.fields.get(measured)!;
  const { access } = asking.context;
  const asked = [by, ...(measured === undefined ? [] : [measured])];
  if (asked.some((id) => !access.alwaysSees(asking.actor, entity, id))) return 'null';
  const of = value ? value.sql('c') : '*';
  const readable = readableSql(asking, entity, { alias: 'c', bindings });
  return `(select ${functions[name]}(${of})::float8 from ${child.table} c
    where ${relation.sql('c')} = t.id and c.deleted_at is null and ${readable})`;
}
