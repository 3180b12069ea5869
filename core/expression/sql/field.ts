import type { ReadPath } from '../annotate.ts';
import type { Node } from '../ast.ts';
import { memberOf } from '../function/logic.ts';
import { sqlLiteral } from './literal.ts';
import { NoSql, type Part, type SqlCompiler } from './part.ts';

/** A path of plain names: a column, or a value that is the same for all rows. */
export function sqlField(node: Node, compiler: SqlCompiler): Part {
  const read = readPath(node);
  const field = compiler.options.resolve(read);
  if (field) {
    return { sql: field.sql, type: field.type, nothing: field.isNullable === false ? 'never' : 'null' };
  }
  const { bindings } = compiler.options;
  const name = read.root.slice(1);
  if (bindings && Object.hasOwn(bindings, name)) {
    const value = read.path.reduce<unknown>(memberOf, bindings[name]);
    return sqlLiteral(value ?? null, compiler);
  }
  throw new NoSql(`${[read.root, ...read.path].join('.')} is not a column`, node.position);
}

function readPath(node: Node): ReadPath {
  const steps = node.type === 'path' ? (node.steps ?? []) : [node];
  const [first, ...rest] = steps;
  const isVariable = first?.type === 'variable';
  const names = isVariable ? rest : steps;
  if (node.keepSingletonArray || !names.every(isPlainName) || first?.stages || first?.predicate) {
    throw new NoSql('only plain paths are columns', node.position);
  }
  const variable = String(first?.value);
  const root = !isVariable || variable === '' || variable === '$' ? '$$' : `$${variable}`;
  return { root, path: names.map((step) => String(step.value)) };
}

const isPlainName = (step: Node): boolean =>
  step.type === 'name' && !step.stages && !step.predicate && !step.tuple && !step.keepArray;
