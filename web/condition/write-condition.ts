import {
  asksOfList,
  isReference,
  signs,
  today,
  type Condition,
  type ConditionRow,
  type Literal,
  type Operator,
} from './condition.ts';
import { writeLiteral } from './literal.ts';

/**
 * JSONata for a built condition; rows without a field are left out. Where it is `isGuarded`, a comparison with a field
 * that is empty is not true; else it cannot be answered, which stops a flow.
 */
export const writeCondition = (
  condition: Condition,
  { isGuarded = false }: { isGuarded?: boolean } = {},
): string =>
  condition.rows
    .filter((row) => row.path !== '')
    .map((row) => (isGuarded ? writeGuarded(row) : writeRow(row)))
    .join(` ${condition.join} `);

/** As `(a != null and a > 5)`, where what it compares may be empty. */
const writeGuarded = (row: ConditionRow): string => {
  const { path, operator, value } = row;
  if (!isOrdering(operator) && operator !== 'contains') return writeRow(row);
  const paths = [path, ...(isReference(value) && value.path !== today ? [value.path] : [])];
  return `(${[...new Set(paths)].map((each) => `${each} != null and `).join('')}${writeRow(row)})`;
};

const isOrdering = (operator: Operator): boolean => ['over', 'atLeast', 'under', 'atMost'].includes(operator);

const writeRow = (row: ConditionRow): string => {
  const sign = signs[row.operator];
  const { value } = row;
  if (isReference(value)) return `${row.path} ${sign ?? '='} ${value.path}`;
  if (sign) return `${row.path} ${sign} ${writeLiteral(value)}`;
  if (row.operator === 'contains') return `$contains(${row.path}, ${writeLiteral(value)})`;
  if (row.operator === 'oneOf') {
    return `${row.path} in ${writeLiteral(Array.isArray(value) ? value : [value])}`;
  }
  if (asksOfList(row.operator)) return writeOfList(row, Array.isArray(value) ? value : [value]);
  return `${row.path} ${row.operator === 'isEmpty' ? '=' : '!='} null`;
};

/** The records of the list that are among those named: some, as many as are named, or none. */
const writeOfList = ({ path, operator }: ConditionRow, ids: Literal[]): string => {
  const among = `${path}[id in ${writeLiteral(ids)}]`;
  if (operator === 'hasAll') return `$count(${among}) = ${ids.length}`;
  return operator === 'hasAny' ? `$exists(${among})` : `$not($exists(${among}))`;
};
