import { Problem } from '../../../errors.ts';
import { plainCell } from '../../export/csv-cell.ts';
import { CsvReader, recordLimit } from '../csv/csv-reader.ts';
import type { Dialect } from '../csv/record.ts';
import { hasHeaderRow, sniffDialect } from '../csv/sniff-dialect.ts';
import { decodeHead } from '../encoding/decode.ts';
import type { Encoding, NotText } from '../encoding/sniff-encoding.ts';
import { distinctValues, profileColumns } from '../guess/profile.ts';
import type { ImportSource } from '../source.ts';

/** Rows that guesses rest on, and rows that people are shown. */
const looksAt = 1_000;
const shown = 20;
const mostColumns = 500;

export interface Inspected {
  source: ImportSource;
  /** Different values of each column, most frequent first. */
  values: string[][];
}

export interface InspectInput {
  /** The beginning of the file: its first piece. */
  head: Buffer;
  size: number;
  encoding: Encoding;
  /** What somebody has set by hand. */
  delimiter?: string;
  hasHeader?: boolean;
}

/** Finds out how a file is to be read. Problems `import-empty`, `import-not-csv`, `import-columns-many` (422). */
export function inspect({ head, size, encoding, ...set }: InspectInput): Inspected {
  const text = decodeHead(head, encoding);
  if (text.trim() === '') throw new Problem({ status: 422, code: 'import-empty' });
  if (/^\s*(?:<|[[{]\s*["{[\]}])/.test(text)) throw new Problem({ status: 422, code: 'import-not-csv' });
  const sniffed = sniffDialect(text.slice(0, 65_536));
  const dialect = { ...sniffed, delimiter: set.delimiter ?? sniffed.delimiter };
  const rows = firstRows(text, dialect, size <= head.length);
  const [first = []] = rows;
  if (first.length > mostColumns)
    throw new Problem({ status: 422, code: 'import-columns-many', params: { max: mostColumns } });
  const hasHeader = set.hasHeader ?? hasHeaderRow(rows);
  const data = hasHeader ? rows.slice(1) : rows;
  const names = first.map((name, index) =>
    hasHeader && name.trim() !== '' ? name.trim().slice(0, 200) : `${index + 1}`,
  );
  const columns = profileColumns(names, data);
  return {
    source: { encoding, ...dialect, hasHeader, size, columns, sample: data.slice(0, shown) },
    values: columns.map(({ column }) => distinctValues(data, column)),
  };
}

/** Problems `import-spreadsheet`, `import-pdf`, `import-image`, `import-archive`, `import-binary` (422). */
export const notText = (kind: NotText): Problem => new Problem({ status: 422, code: `import-${kind}` });

function firstRows(text: string, dialect: Dialect, isWhole: boolean): string[][] {
  const reader = new CsvReader(dialect);
  const records = reader.push(text);
  if (isWhole || records.length === 0) records.push(...reader.end());
  const rows = records.filter((record) => !record.problem).slice(0, looksAt + 1);
  if (rows.length === 0 || text.length > 2 * recordLimit)
    throw new Problem({ status: 422, code: 'import-not-csv' });
  return rows.map((record) =>
    record.cells.map((cell) => plainCell(cell.slice(0, 500).toWellFormed().replaceAll('\0', ''))),
  );
}
