import { compile, ExpressionError, type Compiled } from '../../expression/index.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { systemShapes } from '../system-shapes.ts';

/** Why a formula cannot be computed while reading, as an error code; undefined when it can. */
export function formulaRefusal(
  definition: EntityDefinition,
  field: FieldDefinition,
): { code: string; params?: Record<string, unknown> } | undefined {
  const compiled = compileOrError(field.expression ?? '');
  if (compiled instanceof ExpressionError)
    return { code: 'formula-invalid', params: { detail: compiled.params['detail'] ?? compiled.code } };
  if (!compiled.isSync) return { code: 'formula-not-sync', params: { detail: compiled.uncovered } };
  const [asked] = [...compiled.hostFunctions, ...compiled.bindings];
  if (asked !== undefined) return { code: 'formula-not-sync', params: { detail: `$${asked}` } };
  const wrong = compiled.roots.find((root) => !isOperand(definition, root));
  return wrong === undefined ? undefined : { code: 'formula-operand', params: { operand: wrong } };
}

/** Fields with a value of their own: not what refers to others, and not what is computed itself. */
function isOperand(definition: EntityDefinition, name: string): boolean {
  const field = definition.fields[name];
  if (field) return !['relation', 'user', 'formula', 'rollup'].includes(field.type);
  const shape = systemShapes.find(([id]) => id === name)?.[1];
  return shape !== undefined && shape.kind !== 'id';
}

function compileOrError(source: string): Compiled | ExpressionError {
  try {
    return compile(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}
