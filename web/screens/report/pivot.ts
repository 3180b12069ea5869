import type { MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportResult, ReportRow } from '../../data/reports.ts';
import type { GroupValue } from '../figure/figure-data.ts';
import { inOwnOrder, keyOf } from './report-values.ts';

export interface PivotRow {
  heads: GroupValue[];
  /** By the key of the column; one entry, with the key '', where there is no pivot. */
  cells: Map<string, ReportRow>;
}

export interface Pivot {
  columns: GroupValue[];
  rows: PivotRow[];
}

/** Rows of the answer as rows of a table: with a pivot the last group lies across. */
export function pivotOf(definition: ReportDefinition, result: ReportResult, entity: MetaEntity): Pivot {
  const scope = { definition, entity };
  const isPivot = Boolean(definition.isPivot) && definition.groups.length > 1;
  const depth = definition.groups.length - (isPivot ? 1 : 0);
  const columns = new Map<string, GroupValue>();
  const rows = new Map<string, PivotRow>();
  for (const row of result.rows) {
    const heads = Array.from({ length: depth }, (_, index) => keyOf(row, index, scope));
    const column = isPivot ? keyOf(row, depth, scope) : { key: '', label: '' };
    columns.set(column.key, column);
    const id = JSON.stringify(heads.map(({ key }) => key));
    const found = rows.get(id) ?? { heads, cells: new Map() };
    found.cells.set(column.key, row);
    rows.set(id, found);
  }
  const bucket = isPivot && definition.groups[depth]?.bucket;
  const across = [...columns.values()];
  return {
    columns: bucket ? across.toSorted((one, other) => compareKeys(one.key, other.key)) : across,
    rows: inOwnOrder([...rows.values()], { ...scope, keyOf: ({ heads }) => heads[0]?.key ?? '' }),
  };
}

/** Days as text, hours as numbers; nothing comes last. */
function compareKeys(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return one.localeCompare(other, 'en', { numeric: true });
}
