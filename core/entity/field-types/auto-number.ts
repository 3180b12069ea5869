import type { FieldDefinition } from '../definition.ts';
import { refused, type Field, type FieldTypeSpec } from './field-type.ts';
import { textType } from './text.ts';

export const autoNumberType: FieldTypeSpec = {
  ...textType,
  type: 'autoNumber',
  // The store counts.
  parse: () => refused('field-computed'),
};

/** `INV-0001`, `INV-0002` …: given once, in the order of creation, never changed. */
export const autoNumber = (
  options?: Pick<FieldDefinition, 'prefix' | 'digits' | 'start' | 'label' | 'was' | 'unique'>,
): Field<string> => ({ ...options, type: 'autoNumber' });
