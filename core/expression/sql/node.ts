import { operandOf, required, type Node } from '../ast.ts';
import { sqlArithmetic, sqlNegation } from './arithmetic.ts';
import { sqlAnd, sqlOr, sqlConditional } from './boolean.ts';
import { sqlConcatenation } from './concatenation.ts';
import { sqlEquality } from './equality.ts';
import { sqlField } from './field.ts';
import { sqlFunction } from './function.ts';
import { sqlIncludes } from './includes.ts';
import { sqlLiteral } from './literal.ts';
import { sqlOrdering } from './ordering.ts';
import { NoSql, type Part, type SqlCompiler } from './part.ts';

export function sqlNode(node: Node, compiler: SqlCompiler): Part {
  if (node.predicate || node.group || node.keepArray) throw new NoSql('lists have no SQL', node.position);
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return sqlLiteral(node.value, compiler);
    case 'path':
    case 'variable':
      return sqlField(node, compiler);
    case 'binary':
      return sqlBinary(node, compiler);
    case 'unary':
      if (node.value === '-') return sqlNegation(compiler.part(required(node.expression)));
      break;
    case 'condition':
      return sqlConditional(node, compiler);
    case 'block':
      if (node.expressions?.length === 1) return compiler.part(required(node.expressions[0]));
      break;
    case 'function':
      return sqlFunction(node, compiler);
  }
  throw new NoSql(`${node.type} has no SQL`, node.position);
}

function sqlBinary(node: Node, compiler: SqlCompiler): Part {
  const symbol = String(node.value);
  if (symbol === 'in') return sqlIncludes(node, compiler);
  const left = compiler.part(operandOf(node));
  const right = compiler.part(required(node.rhs));
  switch (symbol) {
    case 'and':
      return sqlAnd(left, right);
    case 'or':
      return sqlOr(left, right);
    case '=':
      return sqlEquality(left, right, compiler);
    case '!=': {
      const equality = sqlEquality(left, right, compiler);
      return { ...equality, sql: `(not ${equality.sql})` };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return sqlOrdering(symbol, [left, right], compiler);
    case '&':
      return sqlConcatenation(left, right);
    default:
      return sqlArithmetic(symbol, [left, right]);
  }
}
