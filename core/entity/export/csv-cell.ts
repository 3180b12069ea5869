const number = /^[-+]?\d[\d.,]*(?:[eE][-+]?\d+)?%?$/;

/** With which a spreadsheet begins a formula; the wide ones where it is set to Chinese or Japanese. */
const formula = String.raw`[=+\-@\t\r\n＝＋－＠]`;
const toGuard = new RegExp(`^'*${formula}`, 'u');
const guarded = new RegExp(`^'+${formula}`, 'u');

/**
 * One cell of a CSV file. A text that a spreadsheet would run as a formula gets a quote before it, and one that looks so
 * guarded already gets one more, so that `plainCell` gives back the very text; numbers stay numbers.
 */
export function csvCell(text: string): string {
  const safe = toGuard.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a cell without the quote that keeps spreadsheets from running it, whoever put it there. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && guarded.test(cell) ? cell.slice(1) : cell;

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Tells spreadsheets that the file is UTF-8. */
export const byteOrderMark = '\ufeff';
