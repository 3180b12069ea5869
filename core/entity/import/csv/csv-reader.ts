import { rawLimit, type CsvProblem, type CsvRecord, type Dialect } from './record.ts';
import { scanRecord } from './scan-record.ts';
import { countLines, skipEnd, type Skipping } from './skip.ts';

/** Longer records are refused: nothing a field may hold comes near, and memory stays bounded. */
export const recordLimit = 1_048_576;
/** Lines below a broken quote that are tried as rows. */
const linesTried = 5;

/**
 * Reads CSV piece by piece and never stops at a bad row: it comes out with a problem, and reading goes on.
 * After a broken or unclosed quote the question is where the next row begins. When one of the lines below
 * reads as a row of the right width, only the line with the quote is lost; else the whole text up to the quote's end.
 * The first record sets the width when none is given.
 */
export class CsvReader {
  readonly #dialect: Dialect;
  #width: number | undefined;
  #rest = '';
  #line = 1;
  /** Inside a record beyond the limit: its text is dropped until its end. */
  #skipping: Skipping | null = null;
  #out: CsvRecord[] = [];

  constructor(dialect: Dialect, width?: number) {
    this.#dialect = dialect;
    this.#width = width;
  }

  /** Takes the next piece of text and answers the records that are whole by now. */
  push(text: string): CsvRecord[] {
    return this.#take(this.#rest === '' ? text : this.#rest + text, false);
  }

  end(): CsvRecord[] {
    return this.#take(this.#rest, true);
  }

  #take(text: string, isLast: boolean): CsvRecord[] {
    this.#out = [];
    let at = this.#skip(text);
    // Looked for again only when passed: most files have few, and every look goes through all the text.
    let quote = text.indexOf('"', at);
    while (at < text.length) {
      const found = text.indexOf(this.#dialect.newline, at);
      if (found < 0 && !isLast) break;
      const stop = found < 0 ? text.length : found;
      const next = found < 0 ? text.length : found + 1;
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const end =
        quote < 0 || quote > stop ? this.#plain(text, at, stop, next) : this.#quoted(text, at, stop, isLast);
      if (end === null) break;
      this.#line += countLines(text, at, end, this.#dialect.newline);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > 2 * recordLimit) this.#dropEndlessLine();
    return this.#out;
  }

  #skip(text: string): number {
    if (!this.#skipping) return 0;
    const end = skipEnd(text, this.#skipping, this.#dialect.newline);
    this.#line += countLines(text, 0, end ?? text.length, this.#dialect.newline);
    if (end !== null) this.#skipping = null;
    return end ?? text.length;
  }

  #plain(text: string, at: number, stop: number, next: number): number {
    const row = text.slice(at, stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop);
    if (row.length > recordLimit) this.#reject('import-row-long', row, { limit: recordLimit });
    else if (row.length > 0) this.#accept(row.split(this.#dialect.delimiter), row);
    return next;
  }

  /** A record with quotes in it: answers its end, or null when more text is needed. */
  #quoted(text: string, at: number, stop: number, isLast: boolean): number | null {
    const scan = scanRecord(text, at, this.#dialect, isLast);
    const lineEnd = Math.min(stop + 1, text.length);
    const isLong = (scan.state === 'whole' ? scan.end : text.length) - at > recordLimit;
    if (scan.state === 'open' && !isLast && !isLong) return null;
    const isDoubtful = scan.state !== 'whole' || (scan.end > lineEnd && scan.cells.length !== this.#width);
    if (isDoubtful && this.#readsAsRow(text, lineEnd)) {
      this.#reject(scan.state === 'broken' ? scan.code : 'import-quote-open', text.slice(at, stop));
      return lineEnd;
    }
    if (isLong && scan.state !== 'broken') {
      this.#reject('import-row-long', text.slice(at, at + rawLimit), { limit: recordLimit });
      if (scan.state === 'whole') return scan.end;
      this.#skipping = 'quote';
      return text.length;
    }
    if (scan.state !== 'whole') {
      this.#reject(scan.state === 'broken' ? scan.code : 'import-quote-open', text.slice(at, stop));
      return lineEnd;
    }
    if (scan.cells.length > 1 || scan.cells[0] !== '') this.#accept(scan.cells, text.slice(at, scan.end));
    return scan.end;
  }

  /** Whether one of the next lines is a row of the right width, or by one cell wrong itself. */
  #readsAsRow(text: string, from: number): boolean {
    if (this.#width === undefined || this.#width === 1) return false;
    let at = from;
    for (let line = 0; line < linesTried && at < text.length; line++) {
      const scan = scanRecord(text, at, this.#dialect, true);
      if (scan.state === 'whole' && isNear(scan.cells.length, this.#width)) return true;
      at = text.indexOf(this.#dialect.newline, at) + 1;
      if (at === 0) return false;
    }
    return false;
  }

  #dropEndlessLine(): void {
    const isQuoteOpen = countLines(this.#rest, 0, this.#rest.length, '"') % 2 === 1;
    this.#reject('import-row-long', this.#rest, { limit: recordLimit });
    this.#skipping = isQuoteOpen ? 'quote' : 'line';
    this.#rest = '';
  }

  #accept(cells: string[], raw: string): void {
    this.#width ??= cells.length;
    // Spreadsheets leave empty cells behind the last column.
    while (cells.length > this.#width && cells.at(-1) === '') cells.pop();
    if (cells.length === this.#width) this.#out.push({ line: this.#line, cells });
    else this.#reject('import-columns', raw, { expected: this.#width, found: cells.length });
  }

  #reject(code: CsvProblem['code'], raw: string, params: CsvProblem['params'] = {}): void {
    this.#out.push({
      line: this.#line,
      cells: [],
      problem: { code, params },
      raw: raw.slice(0, rawLimit).toWellFormed(),
    });
  }
}

const isNear = (found: number, width: number): boolean =>
  found === width || (width > 2 && found > 1 && Math.abs(found - width) === 1);
