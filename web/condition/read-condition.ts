import { parseExpression, type ExpressionNode } from '../expression/parse-expression.ts';
import {
  isReference,
  signs,
  today,
  type Condition,
  type ConditionRow,
  type Literal,
  type Operator,
  type Reference,
} from './condition.ts';

/**
 * The condition a JSONata source says, when it is as simple as the builder can show: comparisons of one path
 * with one literal, joined by one of `and` and `or`. Null for everything else, which stays an expression.
 */
export const readCondition = (source: string): Condition | null => {
  if (source.trim() === '') return { join: 'and', rows: [] };
  const node = parseExpression(source);
  if (!node) return null;
  const join = node.type === 'binary' && node.value === 'or' ? 'or' : 'and';
  const rows: ConditionRow[] = [];
  for (const part of flatten(node, join)) {
    const row = readRow(part);
    if (!row) return null;
    rows.push(row);
  }
  return { join, rows };
};

const flatten = (node: ExpressionNode, join: string): ExpressionNode[] =>
  node.type === 'binary' && node.value === join && node.lhs && node.rhs
    ? [...flatten(node.lhs, join), ...flatten(node.rhs, join)]
    : [node];

const readRow = (node: ExpressionNode): ConditionRow | null => {
  if (node.type === 'block') return readGuarded(node);
  if (node.type === 'function') return readContains(node) ?? readOfList(node);
  if (node.type !== 'binary' || !node.lhs || !node.rhs) return null;
  if (node.lhs.type === 'function' && node.value === '=') return readHasAll(node.lhs, node.rhs);
  const path = readPath(node.lhs);
  if (path === null) return null;
  if (node.value === 'in') return readOneOf(path, node.rhs);
  const value = readLiteral(node.rhs) ?? (isNull(node.rhs) ? null : readReference(node.rhs));
  if (value === undefined) return null;
  if (value === null && node.value === '=') return { path, operator: 'isEmpty', value: null };
  if (value === null && node.value === '!=') return { path, operator: 'isFilled', value: null };
  // The table's keys are the operators.
  const found = Object.entries(signs).find(([, sign]) => sign === node.value)?.[0] as Operator | undefined;
  return found ? { path, operator: found, value } : null;
};

/** `(a != null and a > 5)`: what it compares is asked first whether it is there. */
const readGuarded = ({ expressions = [] }: ExpressionNode): ConditionRow | null => {
  const [only, ...more] = expressions;
  const [last, ...guards] = only && more.length === 0 ? flatten(only, 'and').toReversed() : [];
  const row = last && last.type !== 'block' ? readRow(last) : null;
  if (!row || guards.length === 0) return null;
  const compared = new Set([row.path, ...(isReference(row.value) ? [row.value.path] : [])]);
  const isGuard = (node: ExpressionNode): boolean => {
    const guard = readRow(node);
    return guard?.operator === 'isFilled' && compared.has(guard.path);
  };
  return guards.every(isGuard) ? row : null;
};

const isNull = (node: ExpressionNode): boolean => node.type === 'value' && node.value === null;

const readReference = (node: ExpressionNode): Reference | undefined => {
  const isToday =
    node.type === 'function' && node.procedure?.value === 'today' && node.arguments?.length === 0;
  const path = isToday ? today : readPath(node);
  return path === null ? undefined : { path };
};

const readContains = (node: ExpressionNode): ConditionRow | null => {
  const [subject, part] = node.arguments ?? [];
  if (node.procedure?.value !== 'contains' || !subject || !part || node.arguments?.length !== 2) return null;
  const path = readPath(subject);
  const value = readLiteral(part);
  return path === null || typeof value !== 'string' ? null : { path, operator: 'contains', value };
};

const readOneOf = (path: string, list: ExpressionNode): ConditionRow | null => {
  if (list.type !== 'unary' || list.value !== '[') return null;
  const values: Literal[] = [];
  for (const item of list.expressions ?? []) {
    const value = readLiteral(item);
    if (value === undefined) return null;
    values.push(value);
  }
  return { path, operator: 'oneOf', value: values };
};

const readOfList = (node: ExpressionNode): ConditionRow | null => {
  const [inner] = node.arguments ?? [];
  if (node.procedure?.value === 'not' && inner?.type === 'function') {
    const row = readOfList(inner);
    return row?.operator === 'hasAny' ? { ...row, operator: 'hasNone' } : null;
  }
  const row = node.procedure?.value === 'exists' && inner ? readAmong(inner) : null;
  return row && { ...row, operator: 'hasAny' };
};

const readHasAll = (call: ExpressionNode, count: ExpressionNode): ConditionRow | null => {
  const [inner] = call.arguments ?? [];
  const row = call.procedure?.value === 'count' && inner ? readAmong(inner) : null;
  const isAll = row && Array.isArray(row.value) && row.value.length === readLiteral(count);
  return isAll ? { ...row, operator: 'hasAll' } : null;
};

/** `path[id in [...]]`: the records of a list that are among those named. */
const readAmong = (node: ExpressionNode): ConditionRow | null => {
  const steps = node.type === 'path' ? (node.steps ?? []) : [node];
  const { stages, predicate, ...last } = steps.at(-1) ?? { type: '' };
  const filters = stages ?? predicate;
  const [filter] = filters ?? [];
  const test = filter?.type === 'filter' ? filter.expr : undefined;
  if (filters?.length !== 1 || test?.value !== 'in' || !test.lhs || !test.rhs) return null;
  if (readPath(test.lhs) !== 'id') return null;
  const path = readPath({ ...node, type: 'path', steps: [...steps.slice(0, -1), last] });
  return path === null ? null : readOneOf(path, test.rhs);
};

const readLiteral = (node: ExpressionNode): Literal | undefined => {
  if (node.type !== 'string' && node.type !== 'number' && node.type !== 'value') return undefined;
  // These node types hold a text, a number, or one of true, false and null.
  return node.value as Literal;
};

/** A plain path back as text; steps with predicates, quotes or functions are not plain. */
export const readPath = (node: ExpressionNode): string | null => {
  const steps = node.type === 'path' ? (node.steps ?? []) : [node];
  const names: string[] = [];
  for (const [index, step] of steps.entries()) {
    const name = String(step.value);
    if (step.predicate || step.stages || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return null;
    if (step.type === 'variable' && index === 0) names.push(`$${name}`);
    else if (step.type === 'name') names.push(name);
    else return null;
  }
  return names.length > 0 ? names.join('.') : null;
};
