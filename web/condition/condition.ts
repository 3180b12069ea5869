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
  /** A list for `oneOf`; ignored by `isEmpty` and `isFilled`. */
  value: RowValue;
}

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
