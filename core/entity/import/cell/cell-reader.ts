import { localInstant } from './local-instant.ts';
import { CellProblem } from './cell-problem.ts';
import { parseBoolean } from './parse-boolean.ts';
import { parseDate, type DateOrder } from './parse-date.ts';
import { parseCurrency, parseNumber } from './parse-number.ts';
import type { ColumnMapping } from '../mapping.ts';
import type { TargetField } from '../target.ts';

/** Turns a trimmed, non-empty text into a value for the record store, or says why not. */
export type CellReader = (text: string) => unknown;

export interface ReaderContext {
  /** IANA zone of times that name none. */
  timeZone: string;
  /** Texts of a select option in every language. */
  optionLabels: (field: string, value: string) => readonly string[];
}

/** Relations and users are not here: their texts are looked up for a whole chunk at once. */
export function cellReader(field: TargetField, mapping: ColumnMapping, context: ReaderContext): CellReader {
  switch (field.definition.type) {
    case 'integer':
    case 'decimal':
      return numberReader(mapping);
    case 'money':
      return moneyReader(mapping);
    case 'boolean':
      return (text) => parseBoolean(text) ?? new CellProblem('import-boolean', text);
    case 'date':
      return dateReader(mapping.dateOrder ?? 'ymd');
    case 'dateTime':
      return instantReader(mapping.dateOrder ?? 'ymd', context.timeZone);
    case 'select':
      return selectReader(field, mapping, context);
    case 'multiSelect':
      return listReader(selectReader(field, mapping, context));
    case 'tags':
      return listReader((text) => text);
    default:
      return (text) => text;
  }
}

const numberReader =
  ({ decimal = '.' }: ColumnMapping): CellReader =>
  (text) =>
    parseNumber(text, decimal) ?? new CellProblem('import-number', text);

const moneyReader =
  ({ decimal = '.', currency }: ColumnMapping): CellReader =>
  (text) => {
    const amount = parseNumber(text, decimal);
    if (amount === null) return new CellProblem('import-number', text);
    const named = currency ?? (/[^\d.,\s()+-]/.test(text) ? parseCurrency(text) : null);
    return named ? { amount, currency: named } : amount;
  };

const dateReader =
  (order: DateOrder): CellReader =>
  (text) =>
    parseDate(text, order)?.date ?? new CellProblem(`import-date-${order}`, text);

const instantReader =
  (order: DateOrder, timeZone: string): CellReader =>
  (text) => {
    const parts = parseDate(text, order);
    return parts ? localInstant(parts, timeZone) : new CellProblem(`import-date-${order}`, text);
  };

function selectReader(field: TargetField, mapping: ColumnMapping, context: ReaderContext): CellReader {
  const options = field.definition.options ?? [];
  const byText = new Map<string, string>();
  for (const { value, label } of options)
    for (const name of [...Object.values(label ?? {}), ...context.optionLabels(field.id, value), value])
      byText.set(foldText(name), value);
  return (text) =>
    byText.get(foldText(text)) ??
    (mapping.unmatched === 'empty'
      ? null
      : new CellProblem('import-option', text, {
          options: options.map((option) => option.value).join(', '),
        }));
}

const listReader =
  (one: CellReader): CellReader =>
  (text) => {
    const values: unknown[] = [];
    for (const part of text.split(/[;,、；，|\n]/)) {
      const trimmed = part.trim();
      if (trimmed === '') continue;
      const value = one(trimmed);
      if (value instanceof CellProblem) return value;
      if (value !== null) values.push(value);
    }
    return values;
  };

/** What counts as the same text when names are compared: case, width of letters and outer spaces do not matter. */
export const foldText = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
