import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel } from '../model.ts';
import type { Change } from '../record-store.ts';
import { checkRelations } from './check-relations.ts';
import { checkUnique } from './check-unique.ts';
import type { Placed, Results, WriteContext } from './context.ts';
import { currentRows, recordOf, type CurrentRow } from './current-rows.ts';
import { eventOf } from './events-of.ts';
import { forgetMergedTitles } from './merged-titles.ts';
import type { Prepared } from './prepare-values.ts';
import { failed, noSuchRecord, notAllowed, notValid } from './problems.ts';

type Restore = Extract<Change, { op: 'restore' }>;

interface Candidate {
  place: number;
  id: string;
  row: CurrentRow;
  prepared: Prepared;
}

/** Takes records out of the bin, if what they refer to is still there and their unique values are still free. */
export async function restoreRows(
  context: WriteContext,
  model: EntityModel,
  changes: readonly Placed<Restore>[],
  results: Results,
): Promise<void> {
  const ids = changes.map(({ change }) => change.id);
  const rows = await currentRows(context, { model, ids, action: 'delete', isBin: true });
  const candidates: Candidate[] = [];
  for (const { place, change } of changes) {
    const row = rows.get(change.id);
    if (!row?.canRead) results[place] = failed(noSuchRecord(model.id, change.id));
    else if (!row.isAllowed) results[place] = failed(notAllowed(model.id, 'delete'));
    else
      candidates.push({
        place,
        id: row.id,
        row,
        // Lists come back as they are: of what they lead to, only what is still there is shown.
        prepared: { values: [...row.values], owner: undefined, current: row.values, errors: [] },
      });
  }
  await checkRelations(
    context,
    model,
    candidates.map(({ prepared }) => prepared),
  );
  await checkUnique(context, model, candidates);
  const back = candidates.filter(({ prepared }) => prepared.errors.length === 0);
  for (const { place, prepared } of candidates)
    if (prepared.errors.length > 0) results[place] = notValid(model.id, prepared.errors);
  if (back.length === 0) return;
  await unmark(
    context,
    model,
    back.map(({ id }) => id),
  );
  await forgetMergedTitles(
    context,
    model,
    back.map(({ id }) => id),
  );
  for (const { place, id, row } of back) {
    results[place] = { ok: true, id, version: row.version + 1 };
    context.events.push(
      eventOf(context, { kind: 'restored', model, id, changes: {}, record: recordOf(model, row) }),
    );
  }
}

async function unmark(context: WriteContext, model: EntityModel, ids: readonly string[]): Promise<void> {
  const bindings = createBindings();
  const at = bindings.bind(new Date(context.at).toISOString(), 'timestamptz');
  const by = bindings.bind(context.actor.userId ?? context.actor.id, 'text');
  await run(
    context.tx,
    `update ${model.table} t set deleted_at = null, version = t.version + 1, updated_at = ${at}, updated_by = ${by}
     where t.id = any(${bindings.bindList(ids, 'uuid')})`,
    bindings.values,
  );
}
