import type { FieldType } from '../../entity/definition.ts';
import type { ConditionOperator } from '../definition.ts';

const byKind = {
  text: ['contains', 'is', 'isNot', 'isEmpty', 'isFilled'],
  number: ['is', 'over', 'under', 'from', 'until', 'isEmpty', 'isFilled'],
  time: ['within', 'from', 'until', 'isEmpty', 'isFilled'],
  choice: ['isOneOf', 'isNot', 'isEmpty', 'isFilled'],
  person: ['isMe', 'isOneOf', 'isEmpty', 'isFilled'],
  reference: ['isOneOf', 'isEmpty', 'isFilled'],
  references: ['hasAny', 'hasAll', 'hasNone', 'isEmpty', 'isFilled'],
  boolean: ['is'],
} satisfies Record<string, ConditionOperator[]>;

const kinds: Partial<Record<FieldType, keyof typeof byKind>> = {
  integer: 'number',
  decimal: 'number',
  money: 'number',
  date: 'time',
  dateTime: 'time',
  select: 'choice',
  calendar: 'choice',
  choice: 'choice',
  user: 'person',
  relation: 'reference',
  relationMany: 'references',
  boolean: 'boolean',
};

/** The ways in which people compare a field of the type; the first is the usual one. */
export const fittingOperators = (type: FieldType): readonly ConditionOperator[] =>
  byKind[kinds[type] ?? 'text'];
