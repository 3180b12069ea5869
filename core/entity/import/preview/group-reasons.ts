import type { RowReason } from '../mapping.ts';
import type { RejectedRow } from '../sql/insert-rejected.ts';

/** The same fault in many rows, with a few of them. */
export interface ReasonGroup extends RowReason {
  count: number;
  examples: { row: number; line: number; cells: string[]; params: Record<string, unknown> }[];
}

const shown = 5;

/** Most frequent first. */
export function groupReasons(rejected: readonly RejectedRow[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const { row, line, cells, raw, reasons } of rejected)
    for (const reason of reasons) {
      const key = `${reason.code} ${reason.column ?? ''} ${reason.field ?? ''}`;
      const group = groups.get(key) ?? { ...reason, count: 0, examples: [] };
      group.count += 1;
      const text = (raw ? [raw] : cells).map((cell) => cell.slice(0, 200).toWellFormed());
      if (group.examples.length < shown)
        group.examples.push({ row, line, cells: text, params: reason.params });
      groups.set(key, group);
    }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
