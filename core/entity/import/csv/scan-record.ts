import type { CsvProblem, Dialect } from './record.ts';

export type Scan =
  | { state: 'whole'; cells: string[]; end: number }
  | { state: 'open' }
  | { state: 'broken'; code: CsvProblem['code'] };

/**
 * Reads one record that has quotes in it, from `start`. `end` is behind its line break. `open` says that the
 * text ends inside the record. A quote inside a cell that does not begin with one is an ordinary character,
 * as spreadsheets read it; text after a closing quote is an error.
 */
export function scanRecord(text: string, start: number, dialect: Dialect, isLast: boolean): Scan {
  const { delimiter, newline } = dialect;
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text[at] !== '"') {
      const plain = plainCell(text, at, dialect);
      if (plain.stop < 0 && !isLast) return { state: 'open' };
      cells.push(withoutReturn(text.slice(at, plain.stop < 0 ? text.length : plain.stop), plain.isLineEnd));
      if (plain.stop < 0) return { state: 'whole', cells, end: text.length };
      at = plain.stop + 1;
      if (plain.isLineEnd) return { state: 'whole', cells, end: at };
      continue;
    }
    const close = closingQuote(text, at + 1);
    if (close < 0 || (close === text.length - 1 && !isLast)) return { state: 'open' };
    cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
    if (at === text.length) return { state: 'whole', cells, end: at };
    if (text[at] === '\r' && newline === '\n') {
      if (at + 1 === text.length && !isLast) return { state: 'open' };
      at += 1;
      if (at === text.length) return { state: 'whole', cells, end: at };
    }
    if (text[at] === newline) return { state: 'whole', cells, end: at + 1 };
    if (text[at] !== delimiter) return { state: 'broken', code: 'import-quote-stray' };
    at += 1;
  }
}

function plainCell(text: string, at: number, dialect: Dialect): { stop: number; isLineEnd: boolean } {
  const lineEnd = text.indexOf(dialect.newline, at);
  const delimiter = text.indexOf(dialect.delimiter, at);
  if (delimiter >= 0 && (lineEnd < 0 || delimiter < lineEnd)) return { stop: delimiter, isLineEnd: false };
  return { stop: lineEnd, isLineEnd: true };
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || text[at + 1] !== '"') return at;
  }
}

const withoutReturn = (cell: string, isLineEnd: boolean): string =>
  isLineEnd && cell.endsWith('\r') ? cell.slice(0, -1) : cell;
