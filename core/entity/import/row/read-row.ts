import { isRelation } from '../../field-types/is-relation.ts';
import { CellProblem } from '../cell/cell-problem.ts';
import { cellReader, type CellReader, type ReaderContext } from '../cell/cell-reader.ts';
import type { Values } from '../../definition.ts';
import type { ColumnMapping, RowReason } from '../mapping.ts';
import type { DataRow } from '../source.ts';
import { namesIn, type Names } from './names-in.ts';
import { targetField, type ImportTarget, type TargetField } from '../target.ts';

/** A column whose text names another record or a person. */
export interface LookupColumn {
  column: number;
  field: TargetField;
  mapping: ColumnMapping;
  /** Leads to the target itself: the record may stand further down in the same file. */
  isSelf: boolean;
  /** Several of them, separated as lists are. */
  isMany?: boolean;
}

/** A row of the file as values of fields, before texts are looked up. */
export interface ReadRow {
  source: DataRow;
  values: Values;
  /** Fields whose cell is empty. */
  empty: string[];
  /** By position in `lookups`; null where the cell is empty. */
  texts: (Names | null)[];
  reasons: RowReason[];
}

export interface RowReader {
  lookups: readonly LookupColumn[];
  read(row: DataRow): ReadRow;
}

/** Prepares the reading of rows once per run. Problem `import-field-unknown` (422) for a field that is gone. */
export function rowReader(
  target: ImportTarget,
  mapping: readonly ColumnMapping[],
  context: ReaderContext,
): RowReader {
  const plain: { mapping: ColumnMapping; field: TargetField; read: CellReader }[] = [];
  const lookups: LookupColumn[] = [];
  for (const each of mapping) {
    if (each.field === null) continue;
    const field = targetField(target, each.field);
    const { type, entity } = field.definition;
    if (isRelation(field.definition) || type === 'user')
      lookups.push({
        column: each.column,
        field,
        mapping: each,
        isSelf: type !== 'user' && entity === target.id,
        isMany: type === 'relationMany',
      });
    else plain.push({ mapping: each, field, read: cellReader(field, each, context) });
  }
  return {
    lookups,
    read(source) {
      const row: ReadRow = { source, values: {}, empty: [], texts: [], reasons: [] };
      if (source.problem) {
        row.reasons.push({ ...source.problem });
        return row;
      }
      for (const { mapping: each, field, read } of plain) {
        const text = mappedText(source.cells[each.column], each);
        const value = text === null ? null : read(text);
        if (value instanceof CellProblem)
          row.reasons.push({ code: value.code, params: value.params, column: each.column, field: field.id });
        else if (value === null) row.empty.push(field.id);
        else row.values[field.id] = value;
      }
      for (const lookup of lookups) row.texts.push(mappedNames(source.cells[lookup.column], lookup));
      return row;
    },
  };
}

function mappedNames(cell: string | undefined, { mapping, isMany }: LookupColumn): Names | null {
  const text = mappedText(cell, mapping);
  if (text === null || !isMany) return text === null ? null : { whole: text, parts: [] };
  const { whole, parts } = namesIn(text);
  return { whole, parts: parts.flatMap((part) => mappedText(part, mapping) ?? []) };
}

/** The text that counts, after the column's table of values; null when there is none. */
function mappedText(cell: string | undefined, mapping: ColumnMapping): string | null {
  const text = cell?.trim() ?? '';
  if (text === '') return null;
  if (!mapping.values || !Object.hasOwn(mapping.values, text)) return text;
  return mapping.values[text]?.trim() || null;
}
