/** A condition as people build it: rows of field, operator and value, all joined the same way. */

export const operators = [
  'is',
  'isNot',
  'over',
  'atLeast',
  'under',
  'atMost',
  'contains',
  'oneOf',
  'hasAny',
  'hasAll',
  'hasNone',
  'isEmpty',
  'isFilled',
] as const;
export type Operator = (typeof operators)[number];

export type Literal = string | number | boolean | null;

/** Another field, or today, that a field is compared with. */
export interface Reference {
  path: string;
}

/** How today is written as a reference. */
export const today = '$today()';

export type RowValue = Literal | Literal[] | Reference;

export const isReference = (value: RowValue): value is Reference =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface ConditionRow {
  /** JSONata path, such as `$subject.product.salesPrice` or `approved`. */
  path: string;
  operator: Operator;
  /** A list for `oneOf`, of ids for what a list of records has; ignored by `isEmpty` and `isFilled`. */
  value: RowValue;
}

/** Whether it asks which records are in a list of records. */
export const asksOfList = (operator: Operator): boolean =>
  operator === 'hasAny' || operator === 'hasAll' || operator === 'hasNone';

export interface Condition {
  join: 'and' | 'or';
  rows: ConditionRow[];
}

/** The comparison signs of JSONata, by operator. */
export const signs: Partial<Record<Operator, string>> = {
  is: '=',
  isNot: '!=',
  over: '>',
  atLeast: '>=',
  under: '<',
  atMost: '<=',
};
