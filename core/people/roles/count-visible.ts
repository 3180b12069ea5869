/** How many records of an entity a role, as it stands in the editor, shows to a person. */
import type { Actor, Role } from '../../access/index.ts';
import { grantsOf } from '../../access/grants.ts';
import { parseAccessRule } from '../../access/rule/parse-access-rule.ts';
import type { Rule } from '../../access/rule/rule.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import { createBindings, run } from '../../db/bindings.ts';
import type { RolesParts } from './parts.ts';

export interface VisibleCount {
  /** Of all that is there. */
  total: number;
  /** By this role alone. */
  byRole: number;
  /** By this role and the others that the person holds. */
  visible: number;
}

/** A preview that takes seconds is none: nothing is counted further than this. */
const cap = 100_000;

export async function countVisible(
  parts: Pick<RolesParts, 'sql' | 'registry' | 'shapes'>,
  { role, entity, actor }: { role: Role; entity: string; actor: Actor },
): Promise<VisibleCount> {
  const { registry, shapes } = parts;
  registry.entity(entity);
  for (const [index, grant] of role.grants.entries())
    if (grant.entity === entity)
      parseAccessRule({ filter: grant.where, entity, shapes, pointer: `/role/grants/${index}/where` });
  const others = registry.roles.filter(({ id }) => id !== role.id && actor.roles.includes(id));
  const ruleOf = (roles: readonly Role[]): Rule => grantsOf({ roles, entity, shapes }).rules.read;
  const [total, byRole, visible] = await Promise.all(
    [{ kind: 'all' } as const, ruleOf([role]), ruleOf([role, ...others])].map((rule) =>
      count(parts, { rule, entity, actor }),
    ),
  );
  return { total: total!, byRole: byRole!, visible: visible! };
}

async function count(
  { sql, shapes }: Pick<RolesParts, 'sql' | 'shapes'>,
  { rule, entity, actor }: { rule: Rule; entity: string; actor: Actor },
): Promise<number> {
  const bindings = createBindings();
  const condition = ruleToSql(rule, { alias: 't', bindings, actor, shapes });
  const { table, hasBin } = shapes(entity);
  const rows = await run<{ count: number }>(
    sql,
    `select count(*) from (select 1 from ${table} t where ${hasBin ? 't.deleted_at is null and' : ''} ${condition}
     limit ${cap}) counted`,
    bindings.values,
  );
  return Number(rows[0]?.count ?? 0);
}
