import type { NamedValue } from '../expression/scope.ts';
import { operators, type ConditionRow, type Operator } from './condition.ts';

const numeric: readonly Operator[] = [
  'is',
  'isNot',
  'over',
  'atLeast',
  'under',
  'atMost',
  'isEmpty',
  'isFilled',
];
const textual: readonly Operator[] = ['is', 'isNot', 'contains', 'oneOf', 'isEmpty', 'isFilled'];
const chosen: readonly Operator[] = ['is', 'isNot', 'oneOf', 'isEmpty', 'isFilled'];
const filled: readonly Operator[] = ['isEmpty', 'isFilled'];

const byType: Readonly<Record<string, readonly Operator[]>> = {
  integer: numeric,
  decimal: numeric,
  money: numeric,
  date: numeric,
  dateTime: numeric,
  number: numeric,
  select: chosen,
  boolean: ['is', 'isNot', 'isEmpty', 'isFilled'],
  relation: filled,
  relationMany: ['hasAny', 'hasAll', 'hasNone', 'isEmpty', 'isFilled'],
  user: filled,
  file: filled,
};

/** The operators that make sense for a field; one in use is always among them. */
export const operatorsFor = (type: string | undefined, used: Operator): readonly Operator[] => {
  const suiting = type ? (byType[type] ?? textual) : operators;
  return suiting.includes(used) ? suiting : [used, ...suiting];
};

export const isNumeric = (type: string | undefined): boolean =>
  type === 'integer' || type === 'decimal' || type === 'money' || type === 'number';

export const isTime = (type: string | undefined): boolean => type === 'date' || type === 'dateTime';

/** What a row begins with when its field is chosen. */
export const startValue = (path: string, choice: NamedValue | undefined): Partial<ConditionRow> => {
  if (!choice) return { path };
  if (choice.type === 'relationMany') return { path, operator: 'hasAny', value: [] };
  const operator =
    operatorsFor(choice.type, 'is').includes('is') && !filledOnly(choice.type) ? 'is' : 'isFilled';
  if (choice.type === 'boolean') return { path, operator, value: true };
  if (isNumeric(choice.type)) return { path, operator: 'over', value: 0 };
  return { path, operator, value: choice.options[0]?.value ?? '' };
};

const filledOnly = (type: string): boolean => byType[type] === filled;
