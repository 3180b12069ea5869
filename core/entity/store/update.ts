import { unlimited } from '../../access/grants.ts';
import { noteLoose } from '../../file/index.ts';
import type { EntityModel } from '../model.ts';
import type { Change } from '../record-store.ts';
import { checkRelations } from './check-relations.ts';
import { checkFiles } from './check-files.ts';
import { checkRules } from './check-rules.ts';
import { checkUnique } from './check-unique.ts';
import type { Placed, Results, WriteContext } from './context.ts';
import { currentRows, recordOf, type CurrentRow } from './current-rows.ts';
import { eventOf, seenValue } from './events-of.ts';
import { keepUnseen } from './keep-unseen.ts';
import { prepareValues, type Prepared } from './prepare-values.ts';
import { failed, noSuchRecord, notAllowed, notValid } from './problems.ts';
import { isSame } from './is-same.ts';
import { refreshSearch } from './refresh-search.ts';
import { ownerPlace, updateStatement, type ChangedRow } from './update-statement.ts';
import { versionConflict } from './version-conflict.ts';

type Update = Extract<Change, { op: 'update' }>;

interface Candidate extends ChangedRow {
  place: number;
  changed: Set<number>;
  current: CurrentRow;
  prepared: Prepared;
}

/** Changes all records of one entity in one update. */
export async function updateRows(
  context: WriteContext,
  model: EntityModel,
  changes: readonly Placed<Update>[],
  results: Results,
): Promise<void> {
  const ids = changes.map(({ change }) => change.id);
  const rows = await currentRows(context, { model, ids, action: 'update' });
  const candidates: Candidate[] = [];
  for (const { place, change } of changes) {
    const candidate = await candidateOf(context, { model, place, change, current: rows.get(change.id) });
    if ('result' in candidate) results[place] = candidate.result;
    else candidates.push(candidate);
  }
  await keepUnseen(context, model, candidates);
  await checkRelations(
    context,
    model,
    candidates.map(({ prepared }) => prepared),
  );
  await checkFiles(
    context,
    model,
    candidates.map(({ prepared }) => prepared),
  );
  await checkUnique(
    context,
    model,
    candidates.map(({ current, prepared }) => ({ id: current.id, prepared, current })),
  );
  // What follows from another act is not judged: it must not stop half-way.
  if (!context.isSystem) checkRules(context, model, candidates);
  const changed: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.prepared.errors.length > 0)
      results[candidate.place] = notValid(model.id, candidate.prepared.errors);
    else {
      const isChanged = candidate.changed.size > 0;
      const version = candidate.current.version + (isChanged ? 1 : 0);
      results[candidate.place] = { ok: true, id: candidate.current.id, version };
      if (isChanged) changed.push(candidate);
    }
  }
  if (changed.length === 0) return;
  await updateStatement(context, model, changed);
  await noteLoose(context.tx, replacedFiles(model, changed), new Date(context.at));
  for (const candidate of changed) context.events.push(updatedEvent(context, model, candidate));
  await refreshSearch(context, model, changed);
}

interface CandidateInput {
  model: EntityModel;
  place: number;
  change: Update;
  current: CurrentRow | undefined;
}

async function candidateOf(
  context: WriteContext,
  { model, place, change, current }: CandidateInput,
): Promise<Candidate | { result: NonNullable<Results[number]> }> {
  if (!current?.canRead) return { result: failed(noSuchRecord(model.id, change.id)) };
  if (!current.isAllowed) return { result: failed(notAllowed(model.id, 'update')) };
  if (change.version !== undefined && change.version !== current.version)
    return { result: failed(await versionConflict(context, { model, change, current })) };
  const grants = context.isSystem ? unlimited : context.access.grants(context.actor, model.id);
  const prepared = prepareValues(change.values, {
    model,
    action: 'update',
    grants,
    currency: context.currency,
    current: current.values,
  });
  const changed = new Set<number>();
  prepared.values.forEach((value, index) => {
    if (value === undefined) return;
    if (isSame(value, current.values[index])) prepared.values[index] = undefined;
    else changed.add(index);
  });
  if (prepared.owner === current.owner) prepared.owner = undefined;
  if (prepared.owner !== undefined) changed.add(ownerPlace);
  if (!context.isSystem) refuseFields(model, current, { changed, prepared });
  return {
    place,
    id: current.id,
    current,
    prepared,
    changed,
    values: prepared.values,
    owner: prepared.owner,
  };
}

/** Fields that the actor may change on some records, but not on this one. */
function refuseFields(
  model: EntityModel,
  current: CurrentRow,
  { changed, prepared }: { changed: ReadonlySet<number>; prepared: Prepared },
): void {
  for (const index of changed) {
    const field = index === ownerPlace ? 'owner' : model.stored[index]!.id;
    if (current.writable[field] === false)
      prepared.errors.push({ pointer: `/${field}`, code: 'field-not-writable', params: { field } });
  }
}

/** Files that others took the place of, or that were taken off. */
const replacedFiles = (model: EntityModel, changed: readonly Candidate[]): string[] =>
  model.stored.flatMap(({ definition }, index) =>
    definition.type === 'file'
      ? changed
          .filter((candidate) => candidate.changed.has(index))
          .flatMap(({ current }) => current.values[index] ?? [])
          .map(String)
      : [],
  );

function updatedEvent(context: WriteContext, model: EntityModel, { current, prepared, changed }: Candidate) {
  const changes: Record<string, { before?: unknown; after?: unknown }> = {};
  const next = { ...current, values: [...current.values], version: current.version + 1 };
  next.updatedAt = new Date(context.at).toISOString();
  next.updatedBy = context.actor.userId ?? context.actor.id;
  for (const index of changed) {
    if (index === ownerPlace) {
      changes['owner'] = { before: current.owner, after: prepared.owner };
      next.owner = prepared.owner ?? null;
    } else {
      const { id, spec } = model.stored[index]!;
      const seen = (value: unknown): unknown => seenValue(spec, value);
      changes[id] = { before: seen(current.values[index]), after: seen(prepared.values[index]) };
      next.values[index] = prepared.values[index];
    }
  }
  return eventOf(context, { kind: 'updated', model, id: current.id, changes, record: recordOf(model, next) });
}
