/**
 * A rule as an SQL condition. Each test is asked in its positive form and negated as `is not true`, so that an
 * empty column counts as "does not match", in SQL as in `evaluate.ts`.
 */
import type { Bindings } from '../../db/bindings.ts';
import type { Actor } from '../actor.ts';
import type { FieldShape, Shapes } from '../shape.ts';
import { isAmong } from './points-to.ts';
import { isActorValue, type Literal, type Rule, type Shared, type Test } from './rule.ts';

export interface SqlContext {
  alias: string;
  bindings: Bindings;
  actor: Actor;
  shapes: Shapes;
  /** A further condition on records that a path leads to: what the actor may see of them. */
  guard?: (entity: string, alias: string) => string;
  /** So many fields of each path are behind the alias; 0 when absent. */
  depth?: number;
}

export function ruleToSql(rule: Rule, context: SqlContext): string {
  switch (rule.kind) {
    case 'all':
      return 'true';
    case 'none':
      return 'false';
    case 'and':
    case 'or':
      return `(${rule.parts.map((part) => ruleToSql(part, context)).join(` ${rule.kind} `)})`;
    case 'not':
      return `(${ruleToSql(rule.part, context)}) is not true`;
    case 'test':
      return followed(rule.path.slice(0, -1), context, (inner) => comparison(rule.path.at(-1)!, rule, inner));
    case 'some':
      return followed(rule.path, context, (inner) => ruleToSql(rule.part, inner));
    case 'shared':
      return sharedToSql(rule, context);
  }
}

/** A handful of ids out of an index: as a branch of its own it costs a list nothing that grows with the table. */
function sharedToSql({ entity, level }: Shared, { alias, bindings, actor }: SqlContext): string {
  const holders = bindings.bindList(actor.holders, 'text');
  return `${alias}.id in (select sh.record_id from core.share sh where sh.holder = any(${holders})
    and sh.entity = ${bindings.bind(entity, 'text')} and (sh.until is null or sh.until > now())
    ${level === 'edit' ? "and sh.level = 'edit'" : ''})`;
}

/** Paths become one `exists` per relation they follow. */
function followed(
  path: readonly FieldShape[],
  context: SqlContext,
  condition: (inner: SqlContext) => string,
): string {
  const { depth = 0 } = context;
  const field = path[depth];
  if (!field) return condition(context);
  const shape = context.shapes(field.target!);
  const alias = `${context.alias}${depth + 1}`;
  const inner = followed(path, { ...context, alias, depth: depth + 1 }, condition);
  const conditions = [isAmong(`${alias}.id`, field, context.alias), inner];
  if (shape.hasBin) conditions.push(`${alias}.deleted_at is null`);
  if (context.guard) conditions.push(context.guard(shape.id, alias));
  return `exists (select 1 from ${shape.table} ${alias} where ${conditions.join(' and ')})`;
}

const symbols = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function comparison(field: FieldShape, test: Test, { alias, bindings, actor }: SqlContext): string {
  const value = field.sql(alias);
  if (test.operator === 'hasValue') return `${value} is not null`;
  if (test.operator === 'in') {
    const placeholder = bindings.bindList(valuesOf(test, actor), elementType(field));
    return field.kind === 'list' ? `${value} && ${placeholder}` : `${value} = any(${placeholder})`;
  }
  if (test.operator === 'yearlyIn')
    return `to_char(${value}, 'MM-DD') = any(${bindings.bindList(valuesOf(test, actor), 'text')})`;
  const operand = operandOf(test, actor);
  if (test.operator === 'contains' && field.kind === 'list')
    return `${value} @> ${bindings.bindList([operand], elementType(field))}`;
  const placeholder = bindings.bind(operand, field.sqlType);
  if (test.operator === 'contains') return `strpos(lower(${value}), lower(${placeholder})) > 0`;
  if (test.operator === 'startsWith') return `starts_with(lower(${value}), lower(${placeholder}))`;
  return `${value} ${symbols[test.operator]} ${placeholder}`;
}

const elementType = (field: FieldShape): string => field.sqlType.replace('[]', '');

/** The list an `in` compares with, for this actor. */
export function valuesOf({ value }: Test, actor: Actor): readonly Literal[] {
  if (isActorValue(value)) {
    const own = actor.userId === null ? [] : [actor.userId];
    return value.actor === 'id' ? own : [...new Set([...actor.teamUserIds, ...own])];
  }
  return Array.isArray(value) ? value : [];
}

/** The single value a test compares with; null (an actor without a user) matches nothing. */
export function operandOf({ value }: Test, actor: Actor): Literal | null {
  if (isActorValue(value)) return actor.userId;
  return typeof value === 'object' ? null : value;
}
