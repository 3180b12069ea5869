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
  dateTime: [160, 0.7],
  boolean: [72, 0.4],
  user: [152, 1],
  relation: [128, 1.1],
  relationMany: [160, 1.4],
  email: [160, 1.2],
};
/** Of when a record was made or changed, which has no time of day. */
const systemTime: Width = [112, 0.7];
const titleWidth: Width = [200, 2];
/** Of a mark: a word or two. */
const markWidth: Width = [104, 0.5];
const otherWidth: Width = [120, 1];
/** Choices are read whole, up to here. */
const widestChoice = 208;
const checkWidth = 26;
const sidePadding = 24;
const cellPadding = 8;

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
          : shownType(column) === 'select'
            ? choiceWidth(column)
            : column.isSystem && shownType(column) === 'dateTime'
              ? systemTime
              : (widths[shownType(column)] ?? otherWidth),
  );
  const tracks = all.map(([least, share]) => (share ? `minmax(${least}px, ${share}fr)` : `${least}px`));
  const check = options.isSelectable ? checkWidth : 0;
  const sum = all.reduce((total, [least]) => total + least, check + sidePadding);
  return { tracks: [...(check ? [`${check}px`] : []), ...tracks].join(' '), least: `${sum}px` };
}

/** As wide as its longest choice, on its ground, in the size of small text: a Latin letter takes half of a Chinese one. */
function choiceWidth({ options = [] }: MetaField): Width {
  const letters = options.map(({ label }) =>
    [...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 6.8), 0),
  );
  const ground = 14 + 2 * cellPadding;
  return [Math.round(Math.min(Math.max(116, ...letters.map((each) => each + ground)), widestChoice)), 0.8];
}
