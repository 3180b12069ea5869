import { shownType, type MetaField } from '../data/meta.ts';
import { markOf } from '../data/values.ts';

/** Least width in pixels and share of what is left. */
type Width = readonly [least: number, share: number];

const widths: Partial<Record<string, Width>> = {
  money: [112, 0.7],
  integer: [108, 0.5],
  decimal: [116, 0.5],
  // As long as a day of another year is in Chinese.
  date: [124, 0.7],
  dateTime: [112, 0.7],
  boolean: [72, 0.4],
  select: [116, 0.8],
  user: [152, 1],
  relation: [128, 1.1],
  relationMany: [160, 1.4],
  email: [160, 1.2],
};
const titleWidth: Width = [200, 2];
/** Of a mark: a word or two. */
const markWidth: Width = [104, 0.5];
const otherWidth: Width = [120, 1];
const checkWidth = 26;
const sidePadding = 24;

/** Tracks of the table's grid, each as wide as its type needs, the title widest; and the least width of a row. */
export function columnTracks(
  columns: readonly MetaField[],
  options: { title: string; isSelectable: boolean },
): { tracks: string; least: string } {
  const all = columns.map((column): Width =>
    column.width
      ? [column.width, 0]
      : column.id === options.title
        ? titleWidth
        : markOf(column) !== undefined
          ? markWidth
          : (widths[shownType(column)] ?? otherWidth),
  );
  const tracks = all.map(([least, share]) => (share ? `minmax(${least}px, ${share}fr)` : `${least}px`));
  const check = options.isSelectable ? checkWidth : 0;
  const sum = all.reduce((total, [least]) => total + least, check + sidePadding);
  return { tracks: [...(check ? [`${check}px`] : []), ...tracks].join(' '), least: `${sum}px` };
}
