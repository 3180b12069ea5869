import { Problem } from '../../errors.ts';
import type { EntityModel } from '../model.ts';
import { asSystem, type Results, type WriteContext } from '../store/context.ts';
import type { CurrentRow } from '../store/current-rows.ts';
import { updateRows } from '../store/update.ts';

interface ClearInput {
  model: EntityModel;
  /** All that are merged, the winner among them. */
  rows: readonly CurrentRow[];
  from: readonly string[];
}

/** Relations from one of the merged records to one that goes are emptied: it would lead to the record itself. */
export async function clearWithin(context: WriteContext, { model, rows, from }: ClearInput): Promise<void> {
  const going = new Set<unknown>(from);
  const changes = rows.flatMap((row) => {
    const fields = model.stored.flatMap(({ id, definition }, index): [string, unknown][] => {
      const value = row.values[index];
      if (definition.type === 'relation') return going.has(value) ? [[id, null]] : [];
      return definition.type === 'relationMany' && definition.entity === model.id && Array.isArray(value)
        ? [[id, { remove: from }]]
        : [];
    });
    const values = Object.fromEntries(fields);
    return fields.length === 0 ? [] : [{ op: 'update' as const, entity: model.id, id: row.id, values }];
  });
  if (changes.length === 0) return;
  const results: Results = [];
  const placed = changes.map((change, place) => ({ place, change }));
  await updateRows(asSystem(context), model, placed, results);
  for (const result of results) if (result && !result.ok) throw mustStay(model, result.problem);
}

/** A relation that must not be empty holds two of them together. */
const mustStay = (model: EntityModel, problem: Problem): Problem =>
  new Problem({
    status: 409,
    code: 'merge-held-together',
    params: { entity: model.id, field: problem.errors?.[0]?.pointer.slice(1) },
  });
