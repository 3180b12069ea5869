/** The records behind a cell: what its groups say, as a filter. */
import { Temporal } from 'temporal-polyfill';
import { resolvePath } from '../../access/rule/parse.ts';
import type { Bucket, Filter } from '../../entity/record-store.ts';
import { invalid } from '../../errors.ts';
import type { ReportGroup } from '../definition.ts';
import { isInstant, withinDays, type ConditionScope } from './condition-filter.ts';

/** Values of the groups, in their order; fewer for a total. For "others" the values that have rows of their own. */
export interface Cell {
  keys: readonly (string | number | boolean | null)[];
  not?: readonly (string | number | boolean | null)[];
}

type Key = Cell['keys'][number];

export function cellFilter(
  groups: readonly ReportGroup[],
  { keys, not }: Cell,
  scope: ConditionScope,
): Filter[] {
  const asked = groups.slice(0, keys.length).flatMap(({ field, bucket }, index): Asked[] => {
    if (not && index === 0) return [];
    return [{ names: field.split('.'), field, bucket, key: keys[index]! }];
  });
  const first = groups[0];
  const filters = ofRecord(asked, scope.entity, scope);
  return not && first ? [...filters, notAmong(first.field, not, scope)] : filters;
}

interface Asked extends ReportGroup {
  /** Field ids from the record on that is asked about. */
  names: string[];
  key: Key;
}

/** What leads over the same list is asked of the same record behind it, as the groups are made. */
function ofRecord(asked: readonly Asked[], entity: string, scope: ConditionScope): Filter[] {
  const filters: Filter[] = [];
  const lists = new Map<string, { target: string; further: Asked[] }>();
  for (const one of asked) {
    const list = firstList(one.names, { ...scope, entity });
    if (!list) filters.push(keyFilter(one, { ...scope, entity }));
    else {
      const path = one.names.slice(0, list.length).join('.');
      const found = lists.get(path) ?? { target: list.target, further: [] };
      found.further.push({ ...one, names: one.names.slice(list.length) });
      lists.set(path, found);
    }
  }
  for (const [path, { target, further }] of lists) {
    const isOfNone = further.every(({ key }) => key === null);
    const some = isOfNone
      ? { or: further.map(({ names }) => ({ [names.join('.') || 'id']: { ne: null } })) }
      : { and: ofRecord(further, target, scope) };
    filters.push(isOfNone ? { not: { [path]: { some } } } : { [path]: { some } });
  }
  return filters;
}

/** So many names lead over the first list of records. */
function firstList(
  names: readonly string[],
  scope: GroupScope,
): { length: number; target: string } | undefined {
  const fields = fieldsOf(names.join('.'), scope);
  const at = fields.findIndex(({ kind, target }) => kind === 'list' && target !== undefined);
  return at < 0 ? undefined : { length: at + 1, target: fields[at]!.target! };
}

function keyFilter({ names, field, bucket, key }: Asked, scope: ConditionScope): Filter {
  const path = names.join('.') || 'id';
  if (key === null) return { [path]: null };
  if (bucket === 'weekday' || bucket === 'hour')
    throw invalid([{ pointer: '/cell', code: 'report-cell-returns', params: { field } }]);
  if (!bucket) return { [path]: { in: [key] } };
  const days = bucketDays(String(key), bucket);
  return { [path]: withinDays(days, isInstant(path, scope), scope.timeZone) };
}

const lengths = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
} as const;

function bucketDays(
  day: string,
  bucket: Exclude<Bucket, 'weekday' | 'hour'>,
): { from: string; before: string } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw invalid([{ pointer: '/cell', code: 'filter-value-date', params: { value: day.slice(0, 40) } }]);
  return { from: day, before: Temporal.PlainDate.from(day).add(lengths[bucket]).toString() };
}

const fieldsOf = (path: string, { entity, shapes }: GroupScope) =>
  resolvePath({ shapes, entity, path }) ?? [];

/** Whether a record may stand in several groups of the field. */
export const leadsToMany = (path: string, scope: GroupScope): boolean =>
  fieldsOf(path, scope).some(({ kind }) => kind === 'list');

type GroupScope = Pick<ConditionScope, 'entity' | 'shapes'>;

export function among(field: string, keys: Cell['keys'], scope: GroupScope): Filter {
  const values = keys.filter((key) => key !== null);
  const some: Filter[] = values.length > 0 ? [{ [field]: { in: values } }] : [];
  // Those that the reader may not see are in no group.
  if (keys.includes(null))
    some.push(endsInList(field, scope) ? { not: { [field]: { some: {} } } } : { [field]: null });
  return some.length === 1 ? some[0]! : { or: some };
}

function endsInList(path: string, scope: GroupScope): boolean {
  const last = fieldsOf(path, scope).at(-1);
  return last?.kind === 'list' && last.target !== undefined;
}

export const notAmong = (field: string, keys: Cell['keys'], scope: GroupScope): Filter => ({
  not: among(field, keys, scope),
});
