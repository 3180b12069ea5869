import type { RowReason } from '../mapping.ts';
import type { LookupColumn, ReadRow } from '../row/read-row.ts';
import { several, type Match } from './key-cache.ts';

export type Resolve = (column: LookupColumn, text: string) => Match;

/**
 * Puts ids where the row names other records. Answers whether the row must wait: it names a record of its own
 * kind that may come further down in the file.
 */
export function matchRow(
  row: ReadRow,
  lookups: readonly LookupColumn[],
  { resolve, canWait }: { resolve: Resolve; canWait: boolean },
): { mustWait: boolean } {
  let mustWait = false;
  for (const [index, column] of lookups.entries()) {
    const text = row.texts[index] ?? null;
    if (text === null) {
      row.empty.push(column.field.id);
      continue;
    }
    const match = resolve(column, text);
    if (match !== null && match !== several) row.values[column.field.id] = match;
    else if (canWait && column.isSelf && match === null) mustWait = true;
    else if (column.mapping.unmatched === 'empty') row.empty.push(column.field.id);
    else row.reasons.push(unmatchedReason(column, text, match));
  }
  return { mustWait: mustWait && row.reasons.length === 0 };
}

export function unmatchedReason(column: LookupColumn, text: string, match: Match): RowReason {
  const what = column.field.definition.type === 'user' ? 'user' : 'record';
  return {
    code: match === several ? `import-${what}-several` : `import-${what}-unmatched`,
    params: { value: text.slice(0, 80).toWellFormed(), entity: column.field.definition.entity ?? 'user' },
    column: column.column,
    field: column.field.id,
  };
}
