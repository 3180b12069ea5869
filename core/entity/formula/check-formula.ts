import { compile, ExpressionError, type Compiled } from '../../expression/index.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { systemShapes } from '../system-shapes.ts';

export interface Refusal {
  code: string;
  params?: Record<string, unknown>;
}

/** Why a formula cannot be computed while reading, as an error code; undefined when it can. */
export const formulaRefusal = (definition: EntityDefinition, field: FieldDefinition): Refusal | undefined =>
  expressionRefusal(definition, field.expression ?? '');

/** The same for any expression over one record; `bindings` are the `$names` it may use. */
export function expressionRefusal(
  definition: EntityDefinition,
  source: string,
  { bindings = [] }: { bindings?: readonly string[] } = {},
): Refusal | undefined {
  const compiled = compileOrError(source);
  if (compiled instanceof ExpressionError) return { code: compiled.code, params: { ...compiled.params } };
  if (!compiled.isSync) return { code: 'formula-not-sync', params: { detail: compiled.uncovered } };
  const asked = compiled.bindings.filter((name) => !bindings.includes(name));
  const [first] = [...compiled.hostFunctions, ...asked];
  if (first !== undefined) return { code: 'formula-not-sync', params: { detail: `$${first}` } };
  const wrong = compiled.roots.find((root) => !isOperand(definition, root));
  return wrong === undefined ? undefined : { code: 'formula-operand', params: { operand: wrong } };
}

/** Fields with a value of their own: not what refers to others, and not what is computed itself. */
function isOperand(definition: EntityDefinition, name: string): boolean {
  const field = definition.fields[name];
  if (field)
    return ![
      'relation',
      'relationMany',
      'user',
      'formula',
      'rollup',
      'memberCount',
      'secret',
      'file',
    ].includes(field.type);
  const shape = systemShapes.find(([id]) => id === name)?.[1];
  return shape !== undefined && shape.kind !== 'id';
}

export function compileOrError(source: string): Compiled | ExpressionError {
  try {
    return compile(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}
