import { compile, evaluateFormula, ExpressionError, toExpressionRecord } from '../../expression/index.ts';
import { freshRecord } from './check-rules.ts';
import type { WriteContext } from './context.ts';
import type { PrepareContext, Prepared } from './prepare-values.ts';

/** Values of a new record for fields whose default is an expression over what was given, `$actor` and the time. */
export function addExpressionDefaults(
  context: WriteContext,
  prepare: PrepareContext,
  prepared: Prepared,
): void {
  const { model } = prepare;
  model.stored.forEach(({ id, definition, spec }, index) => {
    if (definition.defaultExpression === undefined || prepared.values[index] !== undefined) return;
    const fail = (code: string, params: Record<string, unknown> = {}): void => {
      prepared.errors.push({ pointer: `/${id}`, code, params: { field: id, ...params } });
    };
    const value = evaluated(context, prepare, { prepared, source: definition.defaultExpression });
    if (value instanceof ExpressionError) return fail('default-expression-failed', { detail: value.message });
    const result =
      value === null ? { ok: true as const, value: null } : spec.parse(value, definition, prepare);
    if (!result.ok) fail(result.code, result.params);
    else if (result.value === null && definition.required) fail('required');
    else prepared.values[index] = result.value;
  });
}

function evaluated(
  context: WriteContext,
  { model }: PrepareContext,
  { prepared, source }: { prepared: Prepared; source: string },
): unknown {
  const record = freshRecord(context, prepared);
  model.stored.forEach(({ id }, index) => (record[id] = prepared.values[index] ?? null));
  const typeOf = (name: string): string | undefined => model.definition.fields[name]?.type;
  const { actor } = context;
  try {
    return evaluateFormula(compile(source), toExpressionRecord(record, typeOf), {
      bindings: { actor: { id: actor.userId, name: actor.name, roles: [...actor.roles] } },
      now: context.at,
      timeZone: context.timeZone(),
      strict: true,
    });
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}
