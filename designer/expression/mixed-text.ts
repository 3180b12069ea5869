import { writeLiteral } from '../../web/condition/literal.ts';
import { readPath } from '../../web/condition/read-condition.ts';
import { childNodes, rootNodes, type FieldNode } from '../../web/expression/field-nodes.ts';
import { parseExpression, type ExpressionNode } from '../../web/expression/parse-expression.ts';
import { valueAt, type ExpressionScope } from '../../web/expression/scope.ts';

const arrow = ' › ';

/**
 * A text with fields in it as people write it: `Dear {Loan › Borrower › Name}`, which is `'Dear ' &
 * $subject.borrower.name`. Null for expressions that say more.
 */
export const readMixed = (source: string, scope: ExpressionScope): string | null => {
  const node = source.trim() === '' ? null : parseExpression(source);
  const parts = node ? flatten(node).map((part) => shownPart(part, scope)) : [];
  const hasText = node !== null && flatten(node).some((part) => part.type === 'string');
  return hasText && parts.every((part) => part !== null) ? parts.join('') : null;
};

/** Braces around what is no field stay as they are. */
export const writeMixed = (text: string, scope: ExpressionScope): string => {
  const parts: string[] = [];
  let said = '';
  for (const [index, part] of text.split(/\{([^{}]*)\}/).entries()) {
    const path = index % 2 === 1 ? pathOf(part, scope) : undefined;
    if (path === undefined) {
      said += index % 2 === 1 ? `{${part}}` : part;
      continue;
    }
    if (said || parts.length === 0) parts.push(writeLiteral(said));
    parts.push(path);
    said = '';
  }
  if (said || parts.length === 0) parts.push(writeLiteral(said));
  return parts.join(' & ');
};

/** A field as it stands in such a text. */
export const mixedField = (path: string, scope: ExpressionScope): string =>
  `{${valueAt(scope, path)?.trail.join(arrow) ?? path}}`;

const flatten = (node: ExpressionNode): ExpressionNode[] =>
  node.type === 'binary' && node.value === '&' && node.lhs && node.rhs
    ? [...flatten(node.lhs), ...flatten(node.rhs)]
    : [node];

const shownPart = (node: ExpressionNode, scope: ExpressionScope): string | null => {
  if (node.type === 'string') return String(node.value);
  const path = readPath(node);
  // Only what is written back as it was: a text that looks like a field must not become one.
  return path !== null && pathOf(mixedField(path, scope).slice(1, -1), scope) === path
    ? mixedField(path, scope)
    : null;
};

const pathOf = (shown: string, scope: ExpressionScope): string | undefined => {
  let level: FieldNode[] = rootNodes(scope);
  let found: FieldNode | undefined;
  for (const label of shown.split(arrow)) {
    found = level.find((node) => node.label === label);
    if (!found) return valueAt(scope, shown) ? shown : undefined;
    level = childNodes(scope, found);
  }
  return found?.path;
};
