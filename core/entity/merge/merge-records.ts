/**
 * Several records become one: the winner is filled from the others, what pointed to those points to it, and they go
 * into the bin. Needs `update` on the winner and `delete` on the others; what follows from it asks nobody.
 */
import { invalid, type Problem } from '../../errors.ts';
import type { Values } from '../definition.ts';
import { isId } from '../field-types/relation.ts';
import type { EntityModel } from '../model.ts';
import type { ChangeResult } from '../record-store.ts';
import { asSystem, type Results, type WriteContext } from '../store/context.ts';
import { currentRows, recordOf, type CurrentRow } from '../store/current-rows.ts';
import { deleteRows } from '../store/delete.ts';
import { eventOf } from '../store/events-of.ts';
import { keepMergedTitles } from '../store/merged-titles.ts';
import { noSuchRecord, notAllowed } from '../store/problems.ts';
import { updateRows } from '../store/update.ts';
import { breakCycles } from './break-cycles.ts';
import { fillFrom } from './fill.ts';
import { clearWithin } from './clear-within.ts';
import { repoint } from './repoint.ts';

export interface Merge {
  entity: string;
  into: string;
  from: readonly string[];
  /** What the winner shall have, whatever the records say. */
  values?: Values;
}

/** More than this is no merge of duplicates but a mistake. */
export const mostMerged = 20;

type Merged = Extract<ChangeResult, { ok: true }>;

export async function mergeRecords(given: WriteContext, merge: Merge): Promise<Merged> {
  const { into, from } = idsOf(merge);
  const context = { ...given, cause: { ...given.cause, merge: into } };
  const model = context.models.get(merge.entity);
  const { winner, losers } = await lockAll(context, { model, into, from });
  const fills = await fillFrom(context, { model, winner, losers, given: merge.values ?? {} });
  await clearWithin(context, { model, rows: [winner, ...losers], from });
  for (const relation of context.models.incoming(model.id))
    await repoint(context, { relation, model, into, from });
  await binLosers(context, model, from);
  await change(asSystem(context), model, into, fills);
  await change(context, model, into, merge.values ?? {});
  await breakCycles(context, model, into);
  await keepMergedTitles(context, { model, into, from });
  return finish(context, model, into);
}

function idsOf(merge: Merge): { into: string; from: string[] } {
  const into = merge.into.toLowerCase();
  const from = [...new Set(merge.from.map((id) => id.toLowerCase()))];
  for (const id of [into, ...from]) if (!isId(id)) throw noSuchRecord(merge.entity, String(id).slice(0, 80));
  const fail = (code: string): Problem => invalid([{ pointer: '/from', code, params: { most: mostMerged } }]);
  if (from.includes(into)) throw fail('merge-into-itself');
  if (from.length === 0 || from.length > mostMerged) throw fail('merge-count');
  return { into, from };
}

interface Group {
  model: EntityModel;
  into: string;
  from: readonly string[];
}

/** All in one statement and in the order of their ids, so that two merges of the same records queue. */
async function lockAll(
  context: WriteContext,
  { model, into, from }: Group,
): Promise<{ winner: CurrentRow; losers: CurrentRow[] }> {
  const rows = await currentRows(context, { model, ids: [into, ...from], action: 'delete' });
  for (const id of [into, ...from]) if (!rows.get(id)?.canRead) throw noSuchRecord(model.id, id);
  const losers = from.map((id) => rows.get(id)!);
  if (losers.some(({ isAllowed }) => !isAllowed)) throw notAllowed(model.id, 'delete');
  const winner = (await currentRows(context, { model, ids: [into], action: 'update' })).get(into)!;
  if (!winner.isAllowed) throw notAllowed(model.id, 'update');
  return { winner, losers };
}

async function binLosers(context: WriteContext, model: EntityModel, from: readonly string[]): Promise<void> {
  const results: Results = [];
  const changes = from.map((id, place) => ({
    place,
    change: { op: 'delete' as const, entity: model.id, id },
  }));
  await deleteRows(context, model, changes, results);
  for (const result of results) if (result && !result.ok) throw result.problem;
}

async function change(context: WriteContext, model: EntityModel, id: string, values: Values): Promise<void> {
  if (Object.keys(values).length === 0) return;
  const results: Results = [];
  const update = { op: 'update' as const, entity: model.id, id, values };
  await updateRows(context, model, [{ place: 0, change: update }], results);
  const [result] = results;
  if (result && !result.ok) throw result.problem;
}

async function finish(context: WriteContext, model: EntityModel, id: string): Promise<Merged> {
  const row = (await currentRows(asSystem(context), { model, ids: [id], action: 'update' })).get(id)!;
  context.events.push(
    eventOf(context, { kind: 'merged', model, id, changes: {}, record: recordOf(model, row) }),
  );
  return { ok: true, id, version: row.version };
}
