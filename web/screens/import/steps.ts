import type { ColumnMapping, ImportItem, ImportPreview } from '../../data/imports.ts';

export type Step = 'upload' | 'columns' | 'values' | 'check' | 'run';
export const steps: readonly Step[] = ['upload', 'columns', 'values', 'check', 'run'];

/** Where somebody goes on who comes back to an import. */
export const stepOf = (item: ImportItem): Step => (item.state === 'ready' ? 'columns' : 'run');

/** Values are asked only when some match nothing; then what is left is checked. */
export const stepAfterColumns = (preview: ImportPreview): Step =>
  preview.unmatched.length > 0 ? 'values' : 'check';

/** The mapping with one column changed; a field that moves leaves the column it had. */
export function withColumn(mapping: readonly ColumnMapping[], change: ColumnMapping): ColumnMapping[] {
  return mapping.map((each) => {
    if (each.column === change.column) return change;
    return change.field !== null && each.field === change.field ? { column: each.column, field: null } : each;
  });
}

/** The mapping with meanings of texts added to the columns they stand in. */
export function withValues(
  mapping: readonly ColumnMapping[],
  chosen: ReadonlyMap<number, ReadonlyMap<string, string | null>>,
): ColumnMapping[] {
  return mapping.map((each) => {
    const more = chosen.get(each.column);
    return more && more.size > 0
      ? { ...each, values: { ...each.values, ...Object.fromEntries(more) } }
      : each;
  });
}
