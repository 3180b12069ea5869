import type { FieldType } from '../../core/entity/definition.ts';
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

const byType: Partial<Record<FieldType, readonly Operator[]>> = {
  integer: numeric,
  decimal: numeric,
  money: numeric,
  date: numeric,
  dateTime: numeric,
  autoNumber: numeric,
  select: chosen,
  boolean: ['is', 'isNot', 'isEmpty', 'isFilled'],
  relation: filled,
  user: filled,
  file: filled,
};

/** The operators that make sense for a field; one in use is always among them. */
export const operatorsFor = (type: FieldType | undefined, used: Operator): readonly Operator[] => {
  const suiting = type ? (byType[type] ?? textual) : operators;
  return suiting.includes(used) ? suiting : [used, ...suiting];
};

export const isNumeric = (type: FieldType | undefined): boolean =>
  type === 'integer' || type === 'decimal' || type === 'money' || type === 'autoNumber';

/** What a row begins with when its field is chosen. */
export const startValue = (
  path: string,
  choices: readonly { path: string; type: FieldType; options: readonly { value: string }[] }[],
): Partial<ConditionRow> => {
  const choice = choices.find((each) => each.path === path);
  if (!choice) return { path };
  const operator =
    operatorsFor(choice.type, 'is').includes('is') && !filledOnly(choice.type) ? 'is' : 'isFilled';
  if (choice.type === 'boolean') return { path, operator, value: true };
  if (isNumeric(choice.type)) return { path, operator: 'over', value: 0 };
  return { path, operator, value: choice.options[0]?.value ?? '' };
};

const filledOnly = (type: FieldType): boolean => byType[type] === filled;
