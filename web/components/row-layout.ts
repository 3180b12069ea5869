import { isReference } from '../data/values.ts';
import type { RecordItem } from '../data/records.ts';

export const headingHeight = 34;

/** Where rows of one height stand when some of them have a heading above: those that begin a group. */
export class RowLayout {
  /** Indices of the rows that begin a group, rising. */
  readonly starts: readonly number[];
  private readonly rowHeight: number;

  constructor(starts: readonly number[], rowHeight: number) {
    this.starts = starts;
    this.rowHeight = rowHeight;
  }

  /** Of the row itself, below its heading. */
  topOf(index: number): number {
    return index * this.rowHeight + this.headingsUntil(index) * headingHeight;
  }

  /** The last row that begins at or above. */
  indexAt(y: number): number {
    let low = 0;
    let high = Math.ceil(y / this.rowHeight) + 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.topOf(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  height(count: number): number {
    return count * this.rowHeight + this.starts.length * headingHeight;
  }

  private headingsUntil(index: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Which value a row is grouped under; a reference by its id. */
export function groupKey(value: unknown): string {
  if (value === null || value === undefined) return '';
  return isReference(value) ? value.id : String(value);
}

/** Rows stand in order of the field: a group begins where its value changes. */
export const groupStarts = (items: readonly RecordItem[], field: string | undefined): number[] =>
  field === undefined
    ? []
    : items.flatMap((item, index) =>
        index === 0 || groupKey(item[field]) !== groupKey(items[index - 1]?.[field]) ? [index] : [],
      );
