/** Takes any list of changes apart into one statement per entity and operation, and puts the answers in order. */
import type { EntityModel } from '../model.ts';
import { notFound } from '../../errors.ts';
import type { Change, ChangeResult } from '../record-store.ts';
import type { Placed, Results, WriteContext } from './context.ts';
import { createRows } from './create.ts';
import { deleteRows } from './delete.ts';
import { failed } from './problems.ts';
import { isId } from '../field-types/relation.ts';
import { restoreRows } from './restore.ts';
import { updateRows } from './update.ts';

/** Rows of one statement: large enough to amortise it, small enough that memory stays flat. */
const batch = 5_000;

export async function writeChanges(
  context: WriteContext,
  changes: readonly Change[],
): Promise<ChangeResult[]> {
  const results: Results = Array.from({ length: changes.length });
  for (const group of groupsOf(changes, results)) {
    const model = context.models.get(group.entity);
    for (let from = 0; from < group.changes.length; from += batch)
      await writeGroup(context, {
        model,
        op: group.op,
        changes: group.changes.slice(from, from + batch),
        results,
      });
  }
  return results.map((result) => {
    if (!result) throw new Error('A change was left without an answer.');
    return result;
  });
}

interface Group {
  op: Change['op'];
  entity: string;
  changes: Placed<Change>[];
}

/** In the order of first appearance; a record that appears again begins new groups, so that its changes keep order. */
function groupsOf(changes: readonly Change[], results: Results): Group[] {
  const done: Group[] = [];
  let open = new Map<string, Group>();
  let seen = new Set<string>();
  changes.forEach((given, place) => {
    const change = { ...given, ...(typeof given.id === 'string' && { id: given.id.toLowerCase() }) };
    const { id } = change;
    if (change.op !== 'create' && !isId(id)) {
      results[place] = failed(notFound(change.entity, String(id).slice(0, 80)));
      return;
    }
    if (id !== undefined && seen.has(id)) {
      done.push(...open.values());
      open = new Map();
      seen = new Set();
    }
    if (id !== undefined) seen.add(id);
    const key = `${change.op} ${change.entity}`;
    const group = open.get(key) ?? { op: change.op, entity: change.entity, changes: [] };
    open.set(key, group);
    group.changes.push({ place, change });
  });
  return [...done, ...open.values()];
}

interface GroupInput {
  model: EntityModel;
  op: Change['op'];
  changes: readonly Placed<Change>[];
  results: Results;
}

function writeGroup(context: WriteContext, { model, op, changes, results }: GroupInput): Promise<void> {
  // A group holds changes of one operation only.
  const of = <Op extends Change['op']>(_op: Op) => changes as readonly Placed<Extract<Change, { op: Op }>>[];
  switch (op) {
    case 'create':
      return createRows(context, model, of('create'), results);
    case 'update':
      return updateRows(context, model, of('update'), results);
    case 'delete':
      return deleteRows(context, model, of('delete'), results);
    case 'restore':
      return restoreRows(context, model, of('restore'), results);
  }
}
