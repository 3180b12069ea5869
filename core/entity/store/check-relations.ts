/**
 * Whether what relations and people fields point to is there and may be seen by the actor, if one is asked. The targets are locked
 * (`for key share`, in the order of their ids), so that nobody deletes them before this transaction ends.
 */
import { createBindings, run } from '../../db/bindings.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import { isRelation } from '../field-types/is-relation.ts';
import type { EntityModel } from '../model.ts';
import { tableOf } from '../names.ts';
import type { WriteContext } from './context.ts';
import type { Prepared } from './prepare-values.ts';

export async function checkRelations(
  context: WriteContext,
  model: EntityModel,
  rows: readonly Prepared[],
): Promise<void> {
  for (let index = 0; index < model.stored.length; index++) {
    const { id, definition } = model.stored[index]!;
    if (!isRelation(definition) && definition.type !== 'user') continue;
    const target = definition.type === 'user' ? 'user' : definition.entity!;
    await checkOne(context, { target, field: id, rows, idsOf: (row) => newIds(row, index) });
  }
  await checkOne(context, {
    target: 'user',
    field: 'owner',
    rows,
    idsOf: ({ owner }) => (owner ? [owner] : []),
  });
}

interface OneRelation {
  target: string;
  field: string;
  rows: readonly Prepared[];
  idsOf: (row: Prepared) => readonly string[];
}

/** Of a list only what comes into it: what is there may have gone into the bin, or be hidden from who writes. */
function newIds({ values, current }: Prepared, index: number): readonly string[] {
  const value = values[index];
  if (!Array.isArray(value)) return typeof value === 'string' ? [value] : [];
  const before = current?.[index];
  const known = new Set<unknown>(Array.isArray(before) ? before : []);
  return value.filter((id) => !known.has(id)).map(String);
}

async function checkOne(context: WriteContext, { target, field, rows, idsOf }: OneRelation): Promise<void> {
  const ids = new Set<string>();
  for (const row of rows) for (const id of idsOf(row)) ids.add(id);
  if (ids.size === 0) return;
  const found = await existing(context, target, [...ids]);
  if (found.size === ids.size) return;
  for (const row of rows) {
    const id = idsOf(row).find((one) => !found.has(one));
    if (id !== undefined)
      row.errors.push({
        pointer: `/${field}`,
        code: 'relation-missing',
        params: { field, entity: target, id },
      });
  }
}

async function existing(context: WriteContext, target: string, ids: string[]): Promise<Set<string>> {
  const bindings = createBindings();
  const conditions = [`r.id = any(${bindings.bindList(ids, 'uuid')})`];
  if (target !== 'user') conditions.push('r.deleted_at is null');
  if (target !== 'user' && !context.isSystem) {
    const { actor, access, models } = context;
    const rule = access.rule(actor, target, 'read');
    conditions.push(ruleToSql(rule, { alias: 'r', bindings, actor, shapes: models.shapes }));
  }
  const text = `select r.id from ${tableOf(target)} r where ${conditions.join(' and ')} order by r.id for key share of r`;
  const rows = await run<{ id: string }>(context.tx, text, bindings.values);
  return new Set(rows.map(({ id }) => id));
}
