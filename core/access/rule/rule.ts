/** One tree for filters and record rules, with stated meaning: a missing value is a value that equals no other. */
import type { FieldShape } from '../shape.ts';

export type Operator =
  | 'eq'
  | 'in'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'startsWith'
  | 'hasValue'
  /** Days of any year, as `MM-DD`. */
  | 'yearlyIn';

/** Filled in when the rule meets an actor. */
export interface ActorValue {
  actor: 'id' | 'team';
}
export type Literal = string | number | boolean;
export type TestValue = Literal | readonly Literal[] | ActorValue | null;

export interface Test {
  kind: 'test';
  /** Relations to follow, then the field itself. */
  path: readonly FieldShape[];
  operator: Operator;
  value: TestValue;
}

/** One record that the path leads to fits all of the part, whose tests tell their paths from the beginning as any other. */
export interface Some {
  kind: 'some';
  path: readonly FieldShape[];
  part: Rule;
}

/** Records that somebody shared with the actor; of `edit`, those shared for changing. Only ever about the record itself. */
export interface Shared {
  kind: 'shared';
  entity: string;
  level: 'read' | 'edit';
}

export type Rule =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'and'; parts: readonly Rule[] }
  | { kind: 'or'; parts: readonly Rule[] }
  | { kind: 'not'; part: Rule }
  | Test
  | Some
  | Shared;

export const all: Rule = { kind: 'all' };
export const none: Rule = { kind: 'none' };

export function and(rules: readonly Rule[]): Rule {
  const parts = rules.filter((rule) => rule.kind !== 'all');
  if (parts.some((rule) => rule.kind === 'none')) return none;
  return parts.length === 0 ? all : parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

export function or(rules: readonly Rule[]): Rule {
  // Flat, so that each alternative can be a branch of its own in a query.
  const parts = rules
    .flatMap((rule) => (rule.kind === 'or' ? rule.parts : [rule]))
    .filter((rule) => rule.kind !== 'none');
  if (parts.some((rule) => rule.kind === 'all')) return all;
  return parts.length === 0 ? none : parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}

export function not(rule: Rule): Rule {
  if (rule.kind === 'all') return none;
  if (rule.kind === 'none') return all;
  return rule.kind === 'not' ? rule.part : { kind: 'not', part: rule };
}

export const some = (path: readonly FieldShape[], part: Rule): Rule =>
  part.kind === 'none' ? none : { kind: 'some', path, part };

/** Every test in it. */
export function testsOf(rule: Rule): Test[] {
  if (rule.kind === 'test') return [rule];
  if (rule.kind === 'not' || rule.kind === 'some') return testsOf(rule.part);
  return rule.kind === 'and' || rule.kind === 'or' ? rule.parts.flatMap(testsOf) : [];
}

export const isActorValue = (value: TestValue): value is ActorValue =>
  typeof value === 'object' && value !== null && 'actor' in value;
