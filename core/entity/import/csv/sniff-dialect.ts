import { CsvReader } from './csv-reader.ts';
import type { Dialect } from './record.ts';

const delimiters = [',', ';', '\t', '|'];
const looksAt = 50;

/** The delimiter under which the first rows have the same number of columns, and the most of them. */
export function sniffDialect(text: string): Dialect {
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = scoreOf(text, { delimiter, newline });
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, newline };
}

/** The share of rows as wide as the first, times a little more for each column. */
function scoreOf(text: string, dialect: Dialect): number {
  const records = new CsvReader(dialect).push(text).slice(0, looksAt);
  const rows = records.length > 0 ? records : new CsvReader(dialect).push(`${text}\n`).slice(0, looksAt);
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  const even = rows.filter((row) => row.cells.length === width).length / rows.length;
  return even * even * (1 + Math.log2(width));
}

const value =
  /^(?:[-+$€£¥]?\d[\d.,\s]*%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|[^\s@]+@[^\s@]+\.[^\s@]+|true|false)$/i;

/** Whether the first row names columns: every cell a distinct text that is not itself a value. */
export function hasHeaderRow(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0];
  if (!first) return false;
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (names.length === 0 || names.some((name) => value.test(name))) return false;
  return new Set(names).size === names.length;
}
