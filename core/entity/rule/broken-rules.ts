import { compile, evaluateCondition, ExpressionError, toExpressionRecord } from '../../expression/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { FieldError } from '../../errors.ts';
import type { EntityModel } from '../model.ts';

export interface RuleScope {
  model: EntityModel;
  /** The record as it would be, canonical values by field. */
  record: Readonly<Record<string, unknown>>;
  /** As it was; null for a new one. */
  before: Readonly<Record<string, unknown>> | null;
  /** Fields that the change is about: rules over others were met or not before; all for a new record. */
  changed: ReadonlySet<string> | 'all';
  actor: Actor;
  /** Milliseconds since 1970. */
  now: number;
  timeZone: string;
}

/** What the rules of an entity say against a record. */
export function brokenRules(scope: RuleScope): FieldError[] {
  const errors: FieldError[] = [];
  for (const [id, rule] of Object.entries(scope.model.definition.rules ?? {})) {
    const { roots } = compile(rule.expression);
    const { changed } = scope;
    if (changed !== 'all' && !roots.some((root) => changed.has(root))) continue;
    const failure = failureOf(rule.expression, scope);
    if (!failure) continue;
    const field = rule.field ?? roots.find((root) => root in scope.model.definition.fields);
    errors.push({
      pointer: field === undefined ? '' : `/${field}`,
      code: failure.code,
      params: { rule: id, message: both(rule.message), detail: failure.detail },
    });
  }
  return errors;
}

/** Undefined where the rule is met, or cannot be told because a value is empty. */
function failureOf(
  expression: string,
  { model, record, before, actor, now, timeZone }: RuleScope,
): { code: string; detail?: string } | undefined {
  const typeOf = (name: string): string | undefined => model.definition.fields[name]?.type;
  try {
    const isMet = evaluateCondition(compile(expression), toExpressionRecord(record, typeOf), {
      bindings: {
        before: before === null ? null : toExpressionRecord(before, typeOf),
        actor: { id: actor.userId ?? actor.id, name: actor.name, roles: [...actor.roles] },
      },
      now,
      timeZone,
      strict: true,
    });
    return isMet ? undefined : { code: 'rule-broken' };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const isOfNothing =
      error.code === 'expression.nothing' ||
      (error.code === 'expression.argument' && error.params['found'] === 'null') ||
      (error.code === 'expression.not-boolean' && error.params['found'] === 'null');
    return isOfNothing ? undefined : { code: 'rule-failed', detail: error.message };
  }
}

/** A language without a sentence gets the other one. */
const both = (message: { en?: string; 'zh-CN'?: string }): Record<string, string> => ({
  en: message.en ?? message['zh-CN'] ?? '',
  'zh-CN': message['zh-CN'] ?? message.en ?? '',
});
