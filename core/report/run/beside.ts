/** Figures of another entity in the rows of a report: asked like the report's own, through the reader's access. */
import type { Filter } from '../../entity/record-store.ts';
import { invalid } from '../../errors.ts';
import type { ReportDefinition, ReportGroup } from '../definition.ts';
import type { Counted, Values } from './calculate.ts';
import { among, notAmong, type Cell } from './cell-filter.ts';
import { filterOf, type ConditionScope } from './condition-filter.ts';
import { plainKey } from './plain-key.ts';
import type { ReportRow, RunInput } from './run-report.ts';

export interface BesidePart {
  entity: string;
  groups: ReportGroup[];
  filters: Filter[];
  scope: ConditionScope;
}

/** Only these values of the first group; with `isNot` all but these. */
export interface Only {
  keys: Cell['keys'];
  isNot?: true;
}

export function besideParts(
  { definition, besideFilters }: Pick<RunInput, 'definition' | 'besideFilters'>,
  scope: ConditionScope,
): BesidePart[] {
  const { groups, beside = [] } = definition;
  return beside.map(({ entity, fields, conditions = [] }, index) => {
    const missing = groups.findIndex((_, place) => !fields[place]);
    if (missing >= 0)
      throw invalid([
        {
          pointer: `/definition/beside/${index}/fields/${missing}`,
          code: 'report-beside-field',
          params: { entity, group: groups[missing]!.field },
        },
      ]);
    const own = { ...scope, entity };
    const filter = besideFilters?.[entity];
    return {
      ...{ entity, scope: own },
      groups: groups.map(({ bucket }, place) => ({ field: fields[place]!, ...(bucket && { bucket }) })),
      filters: [...filterOf(conditions, own), ...(filter ? [filter] : [])],
    };
  });
}

export const onlyOf = (
  group: ReportGroup | undefined,
  only: Only | undefined,
  scope: ConditionScope,
): Filter[] => (group && only ? [(only.isNot ? notAmong : among)(group.field, only.keys, scope)] : []);

interface MergeScope {
  definition: ReportDefinition;
  counted: readonly Counted[];
}

/** Rows of the same keys become one; where a row has nothing of one side, counts and sums are nothing, and all else is not known. */
export function merge(
  own: readonly ReportRow[],
  others: readonly (readonly ReportRow[])[],
  { definition, counted }: MergeScope,
): ReportRow[] {
  const rows = new Map<string, ReportRow>();
  for (const row of [own, ...others].flat()) {
    const id = JSON.stringify(row.keys.map(plainKey));
    const found = rows.get(id);
    if (found) Object.assign(found.values, row.values);
    else rows.set(id, { ...row, values: { ...row.values } });
  }
  const all = [...rows.values()];
  for (const measure of counted) fill(all, measure);
  return all.length === own.length ? all : all.toSorted(order(definition));
}

function fill(rows: readonly ReportRow[], { id, function: name }: Counted): void {
  const isMoney = rows.some(({ values }) => Array.isArray(values[id]));
  const nothing = name === 'sum' && isMoney ? [] : name === 'sum' || name === 'count' ? 0 : null;
  for (const { values } of rows) values[id] ??= nothing;
}

function order({ sort }: ReportDefinition): (one: ReportRow, other: ReportRow) => number {
  const sign = sort?.isDescending ? -1 : 1;
  const by = sort?.measure;
  if (by) return (one, other) => sign * (amountIn(one.values, by) - amountIn(other.values, by));
  return (one, other) => sign * compareKeys(one.keys, other.keys);
}

function amountIn(values: Values, id: string): number {
  const value = values[id];
  // The cast: only money is a list.
  return Array.isArray(value)
    ? Number((value[0] as { amount: string } | undefined)?.amount ?? 0)
    : Number(value);
}

/** What has no value comes last. */
function compareKeys(one: readonly unknown[], other: readonly unknown[]): number {
  for (const [index, key] of one.entries()) {
    const [a, b] = [wordOf(key), wordOf(other[index])];
    if (a === b) continue;
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return a.localeCompare(b, 'en', { numeric: true });
  }
  return 0;
}

function wordOf(key: unknown): string | undefined {
  if (key === null || key === undefined) return undefined;
  // The cast: groups are references, or plain values.
  return typeof key === 'object' ? ((key as { title?: string }).title ?? undefined) : String(key);
}
