import type { FieldType } from '../definition.ts';

const unreadable = new Set<FieldType>([
  'relation',
  'relationMany',
  'user',
  'formula',
  'rollup',
  'memberCount',
  'secret',
  'file',
]);

/** Fields with a value of their own: not what refers to others, and not what is computed itself. */
export const isOperandType = (type: FieldType): boolean => !unreadable.has(type);
