import {
  asksOfList,
  isReference,
  signs,
  type Condition,
  type ConditionRow,
  type Literal,
} from './condition.ts';
import { writeLiteral } from './literal.ts';

/** JSONata for a built condition; rows without a field are left out. */
export const writeCondition = (condition: Condition): string =>
  condition.rows
    .filter((row) => row.path !== '')
    .map(writeRow)
    .join(` ${condition.join} `);

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
