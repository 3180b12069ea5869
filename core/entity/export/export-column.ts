import type { Locale, Registry } from '../../registry.ts';
import type { EntityDefinition, FieldDefinition, RecordData } from '../definition.ts';
import { fieldTypes } from '../field-types/all.ts';
import { fieldWords } from '../field-words.ts';
import { wordsOf } from '../local-text.ts';

export interface ExportColumn {
  field: string;
  label: string;
  text(record: RecordData): string;
}

export interface ColumnInput {
  registry: Pick<Registry, 'find' | 'lastKnownField'>;
  locale: Locale;
  entity: EntityDefinition;
  id: string;
  field: FieldDefinition;
}

/** One column for a field; money has a second one for its currency. */
export function exportColumn(input: ColumnInput): ExportColumn[] {
  const { id, field } = input;
  const unit = wordsOf(field.unit, input.locale);
  const name = fieldWords(input, input.entity, id);
  const label = unit ? `${name} (${unit})` : name;
  const type = field.result?.type ?? field.type;
  if (type === 'money')
    return [
      { field: id, label, text: (record) => part(record[id], 'amount') },
      { field: id, label: `${label} (ISO 4217)`, text: (record) => part(record[id], 'currency') },
    ];
  if (type === 'select' || type === 'multiSelect') {
    const labels = new Map((field.options ?? []).map(({ value }) => [value, optionLabel(input, value)]));
    return [{ field: id, label, text: (record) => plain(record[id], (value) => labels.get(value) ?? value) }];
  }
  const words = fieldTypes.get(type)?.text;
  if (words) return [{ field: id, label, text: (record) => (isEmpty(record[id]) ? '' : words(record[id])) }];
  return [{ field: id, label, text: (record) => plain(record[id], (value) => value) }];
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined;

function plain(value: unknown, word: (value: string) => string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => plain(one, word)).join('; ');
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return 'title' in value ? plain(value.title, word) : JSON.stringify(value);
  return word(String(value));
}

const part = (value: unknown, name: 'amount' | 'currency'): string =>
  typeof value === 'object' && value !== null && name in value
    ? // The cast: `name` was just found in it.
      String((value as Record<string, unknown>)[name])
    : plain(value, (text) => (name === 'amount' ? text : ''));

export function optionLabel({ registry, locale, entity, id, field }: ColumnInput, value: string): string {
  const option = field.options?.find((each) => each.value === value);
  return (
    option?.label?.[locale] ??
    option?.label?.en ??
    registry.find(locale, `${entity.plugin}.option.${entity.id}.${id}.${value}`) ??
    wordsOf(option?.label) ??
    value
  );
}
