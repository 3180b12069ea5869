/**
 * What an actor may ask about. A field that is hidden or masked on some records would leak its values through
 * filters, orders, groups and sums: it is refused there, whatever the record.
 */
import type { Actor } from '../../access/actor.ts';
import { resolvePath, parseRule } from '../../access/rule/parse.ts';
import { testsOf, type Rule } from '../../access/rule/rule.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import type { FieldShape } from '../../access/shape.ts';
import type { Bindings } from '../../db/bindings.ts';
import { invalid, type FieldError } from '../../errors.ts';
import type { QueryContext } from './context.ts';

export interface Asking {
  context: QueryContext;
  actor: Actor;
  entity: string;
}

/** Throws problem `validation` where a field does not exist or may not be asked about. */
export function guardedFilter(asking: Asking, filter: unknown): Rule {
  const rule = parseRule({ filter, entity: asking.entity, shapes: asking.context.models.shapes });
  const errors: FieldError[] = [];
  for (const { path } of testsOf(rule)) {
    const params = refusedField(asking, path);
    if (params) errors.push({ pointer: '/filter', code: 'field-not-askable', params });
  }
  if (errors.length > 0) throw invalid(errors);
  return rule;
}

/** The fields of a path that may be asked about; throws otherwise. */
export function guardedPath(asking: Asking, path: string, pointer: string): FieldShape[] {
  const fields = resolvePath({ shapes: asking.context.models.shapes, entity: asking.entity, path });
  const field = path.slice(0, 80);
  if (!fields) throw invalid([{ pointer, code: 'field-unknown', params: { field, entity: asking.entity } }]);
  const params = refusedField(asking, fields);
  if (params) throw invalid([{ pointer, code: 'field-not-askable', params }]);
  return fields;
}

function refusedField(
  { context, actor, entity }: Asking,
  path: readonly FieldShape[],
): { entity: string; field: string } | undefined {
  let at = entity;
  for (const field of path) {
    if (at !== 'user' && !context.access.alwaysSees(actor, at, field.id))
      return { entity: at, field: field.id };
    at = field.target ?? at;
  }
  return undefined;
}

/** A filter as SQL; paths lead only to records that the actor may see. */
export const filterSql = (
  asking: Asking,
  rule: Rule,
  options: { alias: string; bindings: Bindings },
): string =>
  ruleToSql(rule, {
    ...options,
    actor: asking.actor,
    shapes: asking.context.models.shapes,
    guard: (entity, alias) => readableSql(asking, entity, { alias, bindings: options.bindings }),
  });

/** The condition under which the actor may see a record of an entity. */
export function readableSql(
  { context, actor }: Asking,
  entity: string,
  options: { alias: string; bindings: Bindings },
): string {
  if (entity === 'user') return 'true';
  const rule = context.access.rule(actor, entity, 'read');
  return ruleToSql(rule, { ...options, actor, shapes: context.models.shapes });
}
