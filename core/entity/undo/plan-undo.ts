/** What is to be done to each record, against what it is now. */
import { Problem } from '../../errors.ts';
import type { Values } from '../definition.ts';
import { patchBetween } from '../field-types/list-patch.ts';
import type { EntityModel } from '../model.ts';
import { asSystem, type WriteContext } from '../store/context.ts';
import { currentRows, type CurrentRow } from '../store/current-rows.ts';
import { isSame } from '../store/is-same.ts';
import type { NetChange } from './net-changes.ts';

export interface RecordPlan {
  change: NetChange;
  /** Fields that go back. */
  values: Values;
  move: 'restore' | 'delete' | undefined;
  /** Fields that were changed since. */
  skipped: string[];
  /** Why nothing more happens to this record. */
  problem?: Problem;
  isDone: boolean;
}

export async function planUndo(context: WriteContext, changes: readonly NetChange[]): Promise<RecordPlan[]> {
  const plans: RecordPlan[] = [];
  for (const [entity, group] of Map.groupBy(changes, (change) => change.entity))
    plans.push(...(await plansOf(context, entity, group)));
  return plans;
}

async function plansOf(
  context: WriteContext,
  entity: string,
  changes: readonly NetChange[],
): Promise<RecordPlan[]> {
  const model = context.models.get(entity);
  const ids = changes.map(({ id }) => id);
  const alive = await currentRows(asSystem(context), { model, ids, action: 'delete' });
  const binned = await currentRows(asSystem(context), { model, ids, action: 'delete', isBin: true });
  return changes.map((change) => {
    const row = change.to === 'bin' ? binned.get(change.id) : alive.get(change.id);
    return planOf(model, change, row);
  });
}

function planOf(model: EntityModel, change: NetChange, row: CurrentRow | undefined): RecordPlan {
  const plan: RecordPlan = { change, values: {}, move: moveOf(change), skipped: [], isDone: false };
  if (!row) return { ...plan, move: undefined, problem: movedSince() };
  for (const [field, { before, after }] of change.fields) {
    const index = model.indexOf.get(field);
    if (index === undefined && field !== 'owner') continue;
    const now = index === undefined ? row.owner : row.values[index];
    // What others linked meanwhile stays: only the difference goes back.
    if (index !== undefined && model.stored[index]!.definition.type === 'relationMany') {
      if (change.from !== 'nowhere') plan.values[field] = patchBetween(listOf(after), listOf(before));
    } else if (!isSame(now, after)) plan.skipped.push(field);
    else if (change.from !== 'nowhere' && !isSame(before, after)) plan.values[field] = before;
  }
  // Somebody has worked on what was made: it is theirs too.
  if (change.from === 'nowhere' && plan.skipped.length > 0) plan.move = undefined;
  return plan;
}

/** Of a time when the field led to one, the one. */
const listOf = (value: unknown): unknown => (typeof value === 'string' ? [value] : value);

function moveOf({ from, to }: NetChange): RecordPlan['move'] {
  if (from === to) return undefined;
  return from === 'alive' ? 'restore' : to === 'alive' ? 'delete' : undefined;
}

/** It was deleted or brought back by somebody meanwhile. */
const movedSince = (): Problem => new Problem({ status: 409, code: 'undo-moved-since' });
