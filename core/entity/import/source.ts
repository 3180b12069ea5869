import type { Files } from '../../file/index.ts';
import { plainCell } from '../export/csv-cell.ts';
import { CsvReader } from './csv/csv-reader.ts';
import type { CsvProblem, CsvRecord, Dialect } from './csv/record.ts';
import { decode } from './encoding/decode.ts';
import type { Encoding } from './encoding/sniff-encoding.ts';
import type { ColumnProfile } from './mapping.ts';

/** How the stored file is read: found out once at upload, changed by people who know better. */
export interface ImportSource {
  encoding: Encoding;
  delimiter: string;
  newline: Dialect['newline'];
  hasHeader: boolean;
  /** Bytes of the file. */
  size: number;
  columns: ColumnProfile[];
  /** The first rows as they stand in the file. */
  sample: string[][];
}

export interface DataRow {
  /** Position among the data rows, from 1. */
  row: number;
  line: number;
  cells: string[];
  problem?: CsvProblem;
  raw?: string;
}

export interface RowChunk {
  rows: DataRow[];
  /** Bytes of the file read so far, about. */
  bytes: number;
}

/** Characters parsed at a time: no piece of work blocks its thread for long, or leaves much to clean up. */
const portion = 65_536;

/**
 * The rows after `after`, in chunks. What comes before is read again and thrown away: a million rows cost about
 * a second, and no byte position has to be right in any encoding.
 */
export async function* readRows(input: {
  files: Files;
  file: string;
  source: ImportSource;
  after: number;
  chunk: number;
}): AsyncGenerator<RowChunk> {
  const { source, after, chunk } = input;
  const reader = new CsvReader(source, source.columns.length);
  let bytes = 0;
  let row = source.hasHeader ? -1 : 0;
  let rows: DataRow[] = [];
  const take = (records: CsvRecord[]): RowChunk[] => {
    const chunks: RowChunk[] = [];
    for (const record of records) {
      row += 1;
      if (row <= after || row === 0) continue;
      rows.push(dataRow(record, row));
      if (rows.length < chunk) continue;
      chunks.push({ rows, bytes });
      rows = [];
    }
    return chunks;
  };
  let passed = 0;
  const counted = count(input.files.read(input.file), (length) => (passed += length));
  for await (const decoded of decode(counted, source.encoding)) {
    const text = storable(decoded);
    const [from, length] = [bytes, passed - bytes];
    for (let at = 0; at < text.length; at += portion) {
      bytes = Math.round(from + length * Math.min(1, (at + portion) / text.length));
      yield* take(reader.push(text.slice(at, at + portion)));
    }
  }
  yield* take(reader.end());
  if (rows.length > 0) yield { rows, bytes };
}

/** PostgreSQL holds neither NUL nor half a character. */
const storable = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();

async function* count(pieces: AsyncIterable<Buffer>, add: (length: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    add(piece.length);
    yield piece;
  }
}

function dataRow(record: CsvRecord, row: number): DataRow {
  const plain = { row, line: record.line, cells: record.cells.map(plainCell) };
  return record.problem ? { ...plain, problem: record.problem, raw: record.raw } : plain;
}
