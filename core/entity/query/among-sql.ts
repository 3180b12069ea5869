import type { Bindings } from '../../db/bindings.ts';
import type { Among } from '../../db/id-set.ts';
import { invalid } from '../../errors.ts';
import { guardedPath, type Asking } from './guard.ts';

/** That a record is in one of the sets at least. Throws problem `validation` where a field leads to no single record. */
export const amongSql = (asking: Asking, among: readonly Among[], bindings: Bindings): string =>
  `(${among.map((one, index) => oneSql(asking, { ...one, pointer: `/among/${index}` }, bindings)).join(' or ') || 'false'})`;

function oneSql(
  asking: Asking,
  { field: name, ids, by, pointer }: Among & { pointer: string },
  bindings: Bindings,
): string {
  const value = idSql(asking, name, `${pointer}/field`);
  if (by === undefined) return `${value} in (select a.id from (${ids.sql(bindings)}) a)`;
  const [moment] = guardedPath(asking, by, `${pointer}/by`);
  return `exists (select 1 from (${ids.sql(bindings)}) a where a.id = ${value} and a.since <= ${moment!.sql('t')})`;
}

/** The id that a field of the row holds. */
export function idSql(asking: Asking, name: string, pointer: string): string {
  const [field, ...more] = guardedPath(asking, name, pointer);
  if (more.length > 0 || field!.kind !== 'id')
    throw invalid([
      { pointer, code: 'field-not-groupable', params: { entity: asking.entity, field: name.slice(0, 80) } },
    ]);
  return field!.sql('t');
}
