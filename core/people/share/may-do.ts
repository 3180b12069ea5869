import type { Action, Actor } from '../../access/index.ts';
import { createBindings, run } from '../../db/bindings.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import type { ShareParts } from './shares.ts';

export interface MayDo {
  actor: Actor;
  entity: string;
  id: string;
  action: Action;
}

/** Whether the actor may do this with this very record, asked of the database. */
export async function mayDo(
  { sql, access, shapes }: Pick<ShareParts, 'sql' | 'access' | 'shapes'>,
  { actor, entity, id, action }: MayDo,
): Promise<boolean> {
  const rule = access.rule(actor, entity, action);
  if (rule.kind === 'none') return false;
  const bindings = createBindings();
  const condition = ruleToSql(rule, { alias: 't', bindings, actor, shapes });
  const { table, hasBin } = shapes(entity);
  const rows = await run(
    sql,
    `select 1 from ${table} t where t.id = ${bindings.bind(id, 'uuid')} and ${hasBin ? 't.deleted_at is null and' : ''} ${condition}`,
    bindings.values,
  );
  return rows.length > 0;
}
