import type { RowReason } from '../mapping.ts';
import type { Names } from '../row/names-in.ts';
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
    const names = row.texts[index] ?? null;
    if (names === null) {
      row.empty.push(column.field.id);
      continue;
    }
    if (column.isMany) {
      if (matchList(row, { column, names, resolve, canWait })) mustWait = true;
      continue;
    }
    const text = names.whole;
    const match = resolve(column, text);
    if (match !== null && match !== several) row.values[column.field.id] = match;
    else if (canWait && column.isSelf && match === null) mustWait = true;
    else if (column.mapping.unmatched === 'empty') row.empty.push(column.field.id);
    else row.reasons.push(unmatchedReason(column, text, match));
  }
  return { mustWait: mustWait && row.reasons.length === 0 };
}

interface ListInput {
  column: LookupColumn;
  names: Names;
  resolve: Resolve;
  canWait: boolean;
}

/** Each text is looked up by itself; one that finds nothing is left out where the column says so. */
function matchList(row: ReadRow, { column, names, resolve, canWait }: ListInput): boolean {
  const ids: string[] = [];
  let mustWait = false;
  const whole = resolve(column, names.whole);
  const texts = whole === null || whole === several ? names.parts : [names.whole];
  for (const text of texts) {
    const match = resolve(column, text);
    if (match !== null && match !== several) ids.push(match);
    else if (canWait && column.isSelf && match === null) mustWait = true;
    else if (column.mapping.unmatched !== 'empty') row.reasons.push(unmatchedReason(column, text, match));
  }
  if (ids.length > 0) row.values[column.field.id] = ids;
  else row.empty.push(column.field.id);
  return mustWait;
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
