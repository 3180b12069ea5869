import { createBindings, run } from '../../db/bindings.ts';
import { Problem } from '../../errors.ts';
import type { EntityModel } from '../model.ts';
import type { Incoming } from '../models.ts';
import type { Change } from '../record-store.ts';
import { asSystem, type Placed, type Results, type WriteContext } from './context.ts';
import { currentRows, recordOf, type CurrentRow } from './current-rows.ts';
import { eventOf } from './events-of.ts';
import { failed, noSuchRecord, notAllowed } from './problems.ts';
import { updateRows } from './update.ts';
import { versionConflict } from './version-conflict.ts';

type Delete = Extract<Change, { op: 'delete' }>;

/** Puts records into the bin. What is still referred to by a `restrict` relation stays; `clear` relations are emptied. */
export async function deleteRows(
  context: WriteContext,
  model: EntityModel,
  changes: readonly Placed<Delete>[],
  results: Results,
): Promise<void> {
  const ids = changes.map(({ change }) => change.id);
  const rows = await currentRows(context, { model, ids, action: 'delete' });
  const going = new Map<string, { place: number; row: CurrentRow }>();
  for (const { place, change } of changes) {
    const row = rows.get(change.id);
    if (!row?.canRead) results[place] = failed(noSuchRecord(model.id, change.id));
    else if (!row.isAllowed) results[place] = failed(notAllowed(model.id, 'delete'));
    else if (change.version !== undefined && change.version !== row.version)
      results[place] = failed(await versionConflict(context, { model, change, current: row }));
    else going.set(change.id, { place, row });
  }
  // Those that refuse come first: nothing is emptied for a record that stays.
  const incoming = context.models.incoming(model.id);
  for (const relation of incoming.toSorted((one, other) => rank(one) - rank(other)))
    await settle(context, { relation, going, results });
  if (going.size === 0) return;
  await markDeleted(context, model, [...going.keys()]);
  for (const { place, row } of going.values()) {
    results[place] = { ok: true, id: row.id, version: row.version + 1 };
    context.events.push(
      eventOf(context, { kind: 'deleted', model, id: row.id, changes: {}, record: recordOf(model, row) }),
    );
  }
}

const rank = ({ onDelete }: Incoming): number => (onDelete === 'restrict' ? 0 : 1);

interface SettleInput {
  relation: Incoming;
  going: Map<string, { place: number; row: CurrentRow }>;
  results: Results;
}

async function settle(context: WriteContext, { relation, going, results }: SettleInput): Promise<void> {
  if (going.size === 0) return;
  const referring = await referringRows(context, relation, [...going.keys()]);
  if (relation.onDelete === 'clear') return clear(context, relation, referring);
  for (const { target } of referring) {
    const found = going.get(target);
    if (!found) continue;
    results[found.place] = failed(
      new Problem({
        status: 409,
        code: 'record-in-use',
        params: { entity: relation.model.id, field: relation.field },
      }),
    );
    going.delete(target);
  }
}

/** For `restrict` one row per target is enough; for `clear` all of them are needed. */
async function referringRows(
  context: WriteContext,
  relation: Incoming,
  targets: readonly string[],
): Promise<{ id: string; target: string }[]> {
  const { column, isMany, model } = relation;
  const bindings = createBindings();
  const list = bindings.bindList(targets, 'uuid');
  const target = isMany ? 'r.target' : `t.${column}`;
  const distinct = relation.onDelete === 'restrict' ? `distinct on (${target})` : '';
  const among = isMany ? `t.${column} && ${list} and r.target = any(${list})` : `t.${column} = any(${list})`;
  const text = `select ${distinct} t.id, ${target} as target
    from ${model.table} t ${isMany ? `cross join lateral unnest(t.${column}) as r (target)` : ''}
    where ${among} and t.deleted_at is null`;
  return run(context.tx, text, bindings.values);
}

async function clear(
  context: WriteContext,
  relation: Incoming,
  referring: readonly { id: string; target: string }[],
): Promise<void> {
  if (referring.length === 0) return;
  const groups = [...Map.groupBy(referring, ({ id }) => id)];
  const changes = groups.map(([id, gone], place) => ({
    place,
    change: {
      op: 'update' as const,
      entity: relation.model.id,
      id,
      values: { [relation.field]: relation.isMany ? { remove: gone.map(({ target }) => target) } : null },
    },
  }));
  await updateRows(asSystem(context), relation.model, changes, []);
}

async function markDeleted(context: WriteContext, model: EntityModel, ids: readonly string[]): Promise<void> {
  const bindings = createBindings();
  const at = bindings.bind(new Date(context.at).toISOString(), 'timestamptz');
  const by = bindings.bind(context.actor.userId ?? context.actor.id, 'text');
  await run(
    context.tx,
    `update ${model.table} t set deleted_at = ${at}, version = t.version + 1, updated_at = ${at}, updated_by = ${by}
     where t.id = any(${bindings.bindList(ids, 'uuid')})`,
    bindings.values,
  );
}
