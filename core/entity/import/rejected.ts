import type { Db } from '../../db/connect.ts';
import type { Locale, Registry } from '../../registry.ts';
import { byteOrderMark, csvLine } from '../export/csv-cell.ts';
import { listWords, pathWords } from '../field-words.ts';
import type { ImportRow } from './import-row.ts';
import type { ColumnMapping, RowReason } from './mapping.ts';
import { readRejected } from './sql/read-rejected.ts';

/** Heads of the columns that a download of rejected rows adds; an upload of the same file leaves them out. */
export const addedColumns = ['relata_row', 'relata_reason'] as const;

/** The rejected rows as they stood in the file, with row number and reason. */
export async function* rejectedCsv(
  db: Db,
  row: ImportRow,
  { registry, locale }: { registry: Registry; locale: Locale },
): AsyncGenerator<Buffer> {
  const names = row.source.columns.map((column) => column.name);
  yield Buffer.from(byteOrderMark + csvLine([...names, ...addedColumns]));
  for await (const page of readRejected(db, row.id)) {
    let text = '';
    for (const { row: number, cells, raw, reasons } of page) {
      const whole = names.map((_, index) => (raw && index === 0 ? raw : (cells[index] ?? '')));
      text += csvLine([
        ...whole,
        String(number),
        reasons.map((each) => reasonText(each, { registry, locale, target: row.target })).join(' '),
      ]);
    }
    yield Buffer.from(text);
  }
}

/** Names fields as people do, where the file goes to an entity. */
export function reasonText(
  { code, params, field }: RowReason,
  { registry, locale, target }: { registry: Registry; locale: Locale; target: string },
): string {
  const words: Record<string, unknown> = { ...(field && { field }), ...params };
  const nameOf = (id: string): string => pathWords({ registry, locale }, target, id).words;
  if (typeof words['field'] === 'string') words['field'] = nameOf(words['field']);
  if (typeof words['fields'] === 'string')
    words['fields'] = listWords(words['fields'].split(', ').map(nameOf), locale);
  return registry.text(locale, `problem.${code}`, words);
}

/** The mapping of an earlier import for a file whose columns have the same names, in whatever order. */
export function mappingByName(parent: ImportRow, names: readonly string[]): ColumnMapping[] {
  const known = new Map(parent.mapping.map((each) => [parent.source.columns[each.column]?.name, each]));
  return names.map((name, column) => ({ field: null, ...known.get(name), column }));
}
