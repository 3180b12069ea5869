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

export function cellFilter(
  groups: readonly ReportGroup[],
  { keys, not }: Cell,
  scope: ConditionScope,
): Filter[] {
  const filters = keys.flatMap((key, index) => {
    const group = groups[index];
    if (!group || (not && index === 0)) return [];
    return [keyFilter(group, key, scope)];
  });
  const first = groups[0];
  return not && first ? [...filters, notAmong(first.field, not, scope)] : filters;
}

function keyFilter({ field, bucket }: ReportGroup, key: Cell['keys'][number], scope: ConditionScope): Filter {
  if (key === null || leadsToMany(field, scope)) return among(field, [key], scope);
  if (bucket === 'weekday' || bucket === 'hour')
    throw invalid([{ pointer: '/cell', code: 'report-cell-returns', params: { field } }]);
  if (!bucket) return { [field]: { eq: key } };
  const days = bucketDays(String(key), bucket);
  return { [field]: withinDays(days, isInstant(field, scope), scope.timeZone) };
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

/** Whether a record may stand in several groups of the field. */
export const leadsToMany = (field: string, { entity, shapes }: GroupScope): boolean => {
  const last = resolvePath({ shapes, entity, path: field })?.at(-1);
  return last?.kind === 'list' && last.target !== undefined;
};

type GroupScope = Pick<ConditionScope, 'entity' | 'shapes'>;

export function among(field: string, keys: Cell['keys'], scope: GroupScope): Filter {
  const values = keys.filter((key) => key !== null);
  const some: Filter[] = values.length > 0 ? [{ [field]: { in: values } }] : [];
  // Those that the reader may not see are in no group.
  if (keys.includes(null))
    some.push(
      leadsToMany(field, scope) ? { not: { [`${field}.version`]: { ne: null } } } : { [field]: null },
    );
  return some.length === 1 ? some[0]! : { or: some };
}

export const notAmong = (field: string, keys: Cell['keys'], scope: GroupScope): Filter => ({
  not: among(field, keys, scope),
});
