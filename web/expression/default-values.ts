import { compile } from '../../core/expression/compile.ts';
import { ExpressionError } from '../../core/expression/expression-error.ts';
import type { Meta, MetaField } from '../data/meta.ts';

/**
 * Defaults that follow from who asks and when. Those that follow from the record are left out: the server knows
 * them once it is there.
 */
export function defaultValues(fields: readonly MetaField[], meta: Meta): Record<string, unknown> {
  const { id, name, roles } = meta.actor;
  const env = {
    bindings: { actor: { id, name, roles } },
    now: Date.now(),
    timeZone: meta.company.timeZone,
    strict: true,
  };
  const found: Record<string, unknown> = {};
  for (const field of fields) {
    if (!field.defaultExpression) continue;
    try {
      const value = compile(field.defaultExpression).evaluate({}, env);
      if (value !== null)
        found[field.id] = field.type === 'user' && value === id ? { id, title: name } : value;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
    }
  }
  return found;
}
