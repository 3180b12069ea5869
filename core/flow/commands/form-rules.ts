import { compile, evaluateCondition, ExpressionError, type Variables } from '../../expression/index.ts';
import type { WorkFormField } from './work-item-rows.ts';

/** Whether a field is to be filled in, by what is in the others; a rule that fails hides nothing and asks for nothing. */
export function isWanted(
  field: WorkFormField,
  fields: readonly WorkFormField[],
  variables: Variables,
): boolean {
  const scope = { ...Object.fromEntries(fields.map(({ id }) => [id, null])), ...variables };
  const isShown = field.visible === undefined || decide(field.visible, scope, true);
  if (!isShown) return false;
  return (
    field.required === true || (field.requiredIf !== undefined && decide(field.requiredIf, scope, false))
  );
}

/** False where a field that the rule reads is empty, as in the browser. */
function decide(source: string, scope: Variables, otherwise: boolean): boolean {
  try {
    const environment = { bindings: {}, now: Date.now(), timeZone: 'UTC', strict: true };
    return evaluateCondition(compile(source), scope, environment);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return error.code === 'expression.nothing' ? false : otherwise;
  }
}
