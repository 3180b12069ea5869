import { shownType, type MetaField } from '../data/meta.ts';
import type { RecordItem } from '../data/records.ts';
import { isEmptyValue, markOf } from '../data/values.ts';

/** What says nothing without the heading of its column. */
const bareOnPhones = new Set(['integer', 'decimal', 'boolean', 'dateTime', 'date']);
const most = 3;

/** Whether its heading has to stand beside a value that is shown alone. */
export const needsHeading = (column: MetaField): boolean => bareOnPhones.has(shownType(column));

/**
 * Of the columns of a list, what stands beside the title of a row on a phone, and what below it: marks come first,
 * then what speaks for itself; where room is left, days, numbers and ticks with their headings.
 */
export function stackedColumns(
  item: RecordItem,
  others: readonly MetaField[],
): { amount: MetaField | undefined; below: readonly MetaField[] } {
  const filled = others.filter((column) => !isEmptyValue(item[column.id]));
  const amount = filled.find((column) => shownType(column) === 'money');
  const marks = filled.filter((column) => markOf(column) !== undefined && item[column.id] === true);
  const speaking = filled.filter((column) => column !== amount && !needsHeading(column));
  const headed = filled.filter(
    (column) =>
      needsHeading(column) &&
      markOf(column) === undefined &&
      (shownType(column) !== 'boolean' || item[column.id] === true),
  );
  return { amount, below: [...marks, ...speaking, ...headed].slice(0, most) };
}
