/** A rule with its answer at every place: the same evaluation as everywhere, told step by step. */
import type { Actor } from '../../access/index.ts';
import { evaluate } from '../../access/rule/evaluate.ts';
import { isActorValue, type Literal, type Operator, type Rule } from '../../access/rule/rule.ts';
import type { Values } from './read-values.ts';

export type ExplainedRule =
  | { kind: 'all' | 'none'; holds: boolean }
  | { kind: 'and' | 'or'; holds: boolean; parts: ExplainedRule[] }
  | { kind: 'not'; holds: boolean; part: ExplainedRule }
  | { kind: 'shared'; holds: boolean }
  | {
      kind: 'test';
      holds: boolean;
      /** Field ids: relations, then the field. */
      path: string[];
      operator: Operator;
      /** What it is compared with; `$actor.id` and `$actor.team` as they are written. */
      value: Literal | readonly Literal[] | null;
      /** What the record has there; absent where whoever asks may not see it. */
      actual?: unknown;
    };

export interface ExplainInput {
  rule: Rule;
  values: Values;
  actor: Actor;
  /** Whether the value at this path may be told. */
  tells: (path: readonly string[]) => boolean;
}

export function explainRule(input: ExplainInput): ExplainedRule {
  const { rule, values, actor, tells } = input;
  const holds = evaluate(rule, values, actor);
  switch (rule.kind) {
    case 'and':
    case 'or':
      return {
        kind: rule.kind,
        holds,
        parts: rule.parts.map((part) => explainRule({ ...input, rule: part })),
      };
    case 'not':
      return { kind: 'not', holds, part: explainRule({ ...input, rule: rule.part }) };
    case 'some':
      return { kind: 'and', holds, parts: [explainRule({ ...input, rule: rule.part })] };
    case 'test': {
      const path = rule.path.map(({ id }) => id);
      const value = isActorValue(rule.value) ? `$actor.${rule.value.actor}` : rule.value;
      const actual = tells(path) ? { actual: valueAt(values, path) } : {};
      return { kind: 'test', holds, path, operator: rule.operator, value, ...actual };
    }
    default:
      return { kind: rule.kind, holds };
  }
}

/** A path over a list gives what each of its records has there. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((one) => valueAt(one, path) ?? []);
  if (name === undefined)
    return typeof value === 'object' && value !== null && 'id' in value ? value.id : (value ?? null);
  if (typeof value !== 'object' || value === null) return null;
  // The cast: what holds further values is an object of them.
  return valueAt((value as Values)[name], rest);
}
