/**
 * A segment's condition as SQL over the rows of an alias. Counts of related records are asked once for the whole set; for
 * the few records of a change, by the index of the relation.
 */
import { ruleToSql } from '../access/rule/to-sql.ts';
import { eachTarget, pointsTo } from '../access/rule/points-to.ts';
import type { Actor } from '../access/actor.ts';
import type { Shapes } from '../access/shape.ts';
import type { Bindings } from '../db/bindings.ts';
import type { Condition, Related } from './condition.ts';

export interface SqlParts {
  alias: string;
  bindings: Bindings;
  actor: Actor;
  shapes: Shapes;
  /** A handful of rows is asked about, not the whole table. */
  isFew?: boolean;
  /** What the actor may see of records that the condition leads to; the whole when absent. */
  guard?: (entity: string, alias: string) => string;
}

export function conditionToSql(condition: Condition, parts: SqlParts): string {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      if (condition.parts.length === 0) return condition.kind === 'all' ? 'true' : 'false';
      const joint = condition.kind === 'all' ? ' and ' : ' or ';
      return `(${condition.parts.map((part) => conditionToSql(part, parts)).join(joint)})`;
    }
    case 'not':
      return `(${conditionToSql(condition.part, parts)}) is not true`;
    case 'where':
      return ruleToSql(condition.rule, parts);
    case 'member':
      return `exists (select 1 from core.segment_member m where m.segment_id = ${parts.bindings.bind(
        condition.segment,
        'uuid',
      )} and m.record_id = ${parts.alias}.id)`;
    case 'related':
      return relatedToSql(condition.related, parts);
  }
}

function relatedToSql({ entity, by, from, where, atLeast, atMost }: Related, parts: SqlParts): string {
  const { alias, bindings, shapes, guard, isFew = false } = parts;
  const shape = shapes(entity);
  const own = from ? from.sql(alias) : `${alias}.id`;
  const other = `${alias}r`;
  const conditions = [isFew ? pointsTo(by, other, own) : `${by.sql(other)} is not null`];
  if (shape.hasBin) conditions.push(`${other}.deleted_at is null`);
  if (where.kind !== 'all') conditions.push(ruleToSql(where, { ...parts, alias: other }));
  if (guard) conditions.push(guard(entity, other));
  const found = `${shape.table} ${other} where ${conditions.join(' and ')}`;
  /** Those with so many or more. */
  const having = (least: number): string => {
    if (least <= 1)
      return isFew
        ? `exists (select 1 from ${found})`
        : `${own} in (select ${eachTarget(by, other)} from ${found})`;
    const bound = bindings.bind(least, 'int8');
    return isFew
      ? `(select count(*) from (select 1 from ${found} limit ${bound}) counted) >= ${bound}`
      : `${own} in (select ${eachTarget(by, other)} from ${found} group by 1 having count(*) >= ${bound})`;
  };
  const wanted = atLeast === 0 ? [] : [`(${having(atLeast)}) is true`];
  if (atMost !== null) wanted.push(`(${having(atMost + 1)}) is not true`);
  return wanted.length === 0 ? 'true' : `(${wanted.join(' and ')})`;
}
