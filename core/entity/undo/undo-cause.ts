/**
 * Takes back what one cause changed, by whom it was. What was changed since stays, and is named. The rights that
 * count are those of the act: whoever gave their records away by mistake gets them back, although they could not
 * change them any more.
 */
import type { Values } from '../definition.ts';
import { readRecords } from '../query/read-records.ts';
import type { Change, SkippedRecord, UndoResult } from '../record-store.ts';
import { asSystem, type WriteContext } from '../store/context.ts';
import { notAllowed } from '../store/problems.ts';
import { writeChanges } from '../store/write.ts';
import { netChanges, type NetChange } from './net-changes.ts';
import { pastEvents } from './past-events.ts';
import { planUndo, type RecordPlan } from './plan-undo.ts';
import { isAllowed } from './is-allowed.ts';

export async function undoCause(given: WriteContext, cause: string): Promise<UndoResult> {
  const context = { ...given, cause: { ...given.cause, undo: cause } };
  const events = await pastEvents(context, cause);
  const changes = netChanges(events);
  const merged = events.find(({ type }) => type.endsWith('.merged'));
  const forbidden = changes.find((one) => !isAllowed(context, one, merged?.entity));
  if (forbidden) throw notAllowed(forbidden.entity, forbidden.to === 'alive' ? 'update' : 'delete');
  const plans = await planUndo(context, changes);
  await write(context, plans);
  return answer(context, plans);
}

/**
 * Unique values first, so that what comes back from the bin finds its own free; relations after it, so that what
 * they lead to is there; what was made goes last, when nothing points to it.
 */
async function write(context: WriteContext, plans: readonly RecordPlan[]): Promise<void> {
  const isUnique = (plan: RecordPlan, field: string): boolean => {
    const model = context.models.get(plan.change.entity);
    const stored = model.stored[model.indexOf.get(field) ?? -1];
    return (
      plan.move !== 'restore' && stored?.definition.unique === true && stored.definition.type !== 'relation'
    );
  };
  await step(context, plans, (plan) => update(plan, (field) => isUnique(plan, field)));
  await step(context, plans, ({ change: { entity, id }, move }) =>
    move === 'restore' ? { op: 'restore', entity, id } : undefined,
  );
  await step(context, plans, (plan) => update(plan, (field) => !isUnique(plan, field)));
  await step(context, plans, ({ change: { entity, id }, move }) =>
    move === 'delete' ? { op: 'delete', entity, id } : undefined,
  );
}

function update(plan: RecordPlan, isWanted: (field: string) => boolean): Change | undefined {
  const { entity, id } = plan.change;
  const values: Values = Object.fromEntries(Object.entries(plan.values).filter(([field]) => isWanted(field)));
  return Object.keys(values).length === 0 ? undefined : { op: 'update', entity, id, values };
}

async function step(
  context: WriteContext,
  plans: readonly RecordPlan[],
  changeOf: (plan: RecordPlan) => Change | undefined,
): Promise<void> {
  const work = plans.flatMap((plan) => {
    const change = plan.problem ? undefined : changeOf(plan);
    return change ? [{ plan, change }] : [];
  });
  const results = await writeChanges(
    asSystem(context),
    work.map(({ change }) => change),
  );
  results.forEach((result, place) => {
    const { plan } = work[place]!;
    if (result.ok) plan.isDone = true;
    else plan.problem = result.problem;
  });
}

async function answer(context: WriteContext, plans: readonly RecordPlan[]): Promise<UndoResult> {
  const left = plans.filter(({ problem, skipped }) => problem !== undefined || skipped.length > 0);
  const skipped: SkippedRecord[] = [];
  for (const [entity, group] of Map.groupBy(left, ({ change }) => change.entity))
    skipped.push(...(await shown(context, entity, group)));
  return {
    undone: plans.filter(({ isDone, problem }) => isDone && !problem).length,
    skipped,
    hidden: left.length - skipped.length,
  };
}

/** Of what was left, only records that the actor sees are named. */
async function shown(
  context: WriteContext,
  entity: string,
  plans: readonly RecordPlan[],
): Promise<SkippedRecord[]> {
  const ids = plans.map(({ change }: { change: NetChange }) => change.id);
  const records = await readRecords(context, { actor: context.actor, entity, ids }, context.tx);
  const title = context.models.get(entity).definition.title;
  const levels = context.access.fieldAccess(context.actor, entity);
  return plans.flatMap(({ change, skipped, problem }, place) => {
    const record = records[place];
    if (!record) return [];
    const fields = skipped.filter((field) => levels[field] !== 'hidden');
    return [{ entity, id: change.id, title: record[title] ?? null, fields, ...(problem && { problem }) }];
  });
}
