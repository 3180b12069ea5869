import type { FieldDefinition } from '../definition.ts';
import { refused, type Field, type FieldTypeSpec } from './field-type.ts';

/** A JSONata expression over the record, computed at every read; see `core/entity/formula`. */
export const formulaType: FieldTypeSpec = {
  type: 'formula',
  kind: 'opaque',
  isSortable: false,
  isComputed: true,
  columns: () => [],
  refuse: (field) => (field.expression && field.result ? undefined : refused('formula-incomplete')),
  parse: () => refused('field-computed'),
  toColumns: () => [],
  fromColumns: ([value]) => value,
};

/** `formula('$days(createdAt, $now())', integer())`: the second argument is the type of the value. */
export const formula = <Value>(
  expression: string,
  result: Field<Value>,
  options?: Pick<FieldDefinition, 'label' | 'was'>,
): Field<Value | null> => ({ ...options, type: 'formula', expression, result });
