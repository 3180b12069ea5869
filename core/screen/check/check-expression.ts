import { ExpressionError, compile } from '../../expression/index.ts';
import type { EntityDefinition } from '../../entity/definition.ts';
import type { NodeCheck } from './check-node.ts';
import { fieldOf } from './field-of.ts';

/** It is decided in the browser, over the record alone: names are fields, and nothing else is asked for. */
export function checkExpression({ node, mark }: NodeCheck, path: string, entity: EntityDefinition): void {
  const source = node[path];
  if (typeof source !== 'string' || source.trim() === '') return mark(path, 'expression-empty');
  try {
    const { roots, hostFunctions, isSync } = compile(source);
    const unknown = roots.find((name) => name !== 'id' && !fieldOf(entity, name));
    if (unknown !== undefined) mark(path, 'field-gone', { field: unknown, entity: entity.id });
    else if (hostFunctions[0] !== undefined) mark(path, 'function-not-here', { name: hostFunctions[0] });
    else if (!isSync) mark(path, 'expression-not-here');
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    mark(path, error.code, { ...error.params, position: error.position ?? null });
  }
}
