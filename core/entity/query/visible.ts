import type { Actor } from '../../access/actor.ts';
import { createBindings, run } from '../../db/bindings.ts';
import type { Db } from '../../db/connect.ts';
import { isId } from '../field-types/relation.ts';
import type { QueryContext } from './context.ts';
import { readableSql } from './guard.ts';

/** Of these, the ids the actor may see; in the bin too, so that its leaving can be told. */
export async function visibleIds(
  context: QueryContext,
  { actor, entity, ids }: { actor: Actor; entity: string; ids: readonly string[] },
  db: Db,
): Promise<Set<string>> {
  const rule = context.access.rule(actor, entity, 'read');
  const wanted = ids.filter(isId);
  if (rule.kind === 'none' || wanted.length === 0) return new Set();
  const bindings = createBindings();
  const readable = readableSql({ context, actor, entity }, entity, { alias: 't', bindings });
  const { table } = context.models.get(entity);
  const text = `select t.id from ${table} t where t.id = any(${bindings.bindList(wanted, 'uuid')}) and ${readable}`;
  const rows = await run<{ id: string }>(db, text, bindings.values);
  return new Set(rows.map(({ id }) => id));
}
