/** What the winner of a merge takes over: for each of its empty fields the first value of the others. */
import { ruleToSql } from '../../access/rule/to-sql.ts';
import { createBindings, run } from '../../db/bindings.ts';
import type { Values } from '../definition.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from '../store/context.ts';
import type { CurrentRow } from '../store/current-rows.ts';

interface FillInput {
  model: EntityModel;
  winner: CurrentRow;
  /** In the order in which they are asked. */
  losers: readonly CurrentRow[];
  /** Fields that the caller decided. */
  given: Values;
}

/**
 * Only what the actor sees on the record it comes from and may change on the winner: a merge shows nobody a value
 * that was hidden from them.
 */
export async function fillFrom(context: WriteContext, input: FillInput): Promise<Values> {
  const { model, winner, losers, given } = input;
  const group = new Set([winner.id, ...losers.map(({ id }) => id)]);
  const isSeen = await seenFields(context, model, losers);
  const fills: Values = {};
  model.stored.forEach(({ id, definition }, index) => {
    if (id in given || definition.type === 'autoNumber' || !isFree(context, input, id)) return;
    if (definition.type === 'relationMany') {
      const joined = joinedLists(input, { index, isSeen: (row) => isSeen(row.id, id) });
      if (joined.length > 0) fills[id] = { add: joined };
      return;
    }
    const isSelf = definition.type === 'relation' && definition.entity === model.id;
    // What points to one of them would point to the winner itself.
    const usable = (value: unknown): boolean => value !== null && !(isSelf && group.has(String(value)));
    if (usable(winner.values[index])) return;
    const donor = losers.find((row) => usable(row.values[index]) && isSeen(row.id, id));
    if (donor) fills[id] = donor.values[index];
  });
  if (winner.owner === null && !('owner' in given) && isFree(context, input, 'owner')) {
    const donor = losers.find((row) => row.owner !== null && isSeen(row.id, 'owner'));
    if (donor) fills['owner'] = donor.owner;
  }
  return fills;
}

/** What was linked to any of them is linked to the winner; a list of references is never a choice between two. */
function joinedLists(
  { model, winner, losers }: FillInput,
  { index, isSeen }: { index: number; isSeen: (row: CurrentRow) => boolean },
): unknown[] {
  const isSelf = model.stored[index]!.definition.entity === model.id;
  const group = new Set<unknown>(isSelf ? [winner.id, ...losers.map(({ id }) => id)] : []);
  const lists = losers.filter(isSeen).flatMap((row) => (row.values[index] ?? []) as unknown[]);
  return [...new Set(lists)].filter((id) => !group.has(id));
}

function isFree({ access, actor }: WriteContext, { model, winner }: FillInput, field: string): boolean {
  const rules = access.grants(actor, model.id).fields.get(field);
  return rules?.update.kind !== 'none' && winner.writable[field] !== false;
}

/** Whether the actor sees a field on a record; asked of the database only where that differs from record to record. */
async function seenFields(
  { access, actor, models, tx }: WriteContext,
  model: EntityModel,
  rows: readonly CurrentRow[],
): Promise<(id: string, field: string) => boolean> {
  const restricted = [...access.grants(actor, model.id).fields].filter(
    ([, { visible }]) => visible.kind !== 'all',
  );
  if (restricted.length === 0) return () => true;
  const bindings = createBindings();
  const columns = restricted.map(
    ([, { visible }], place) =>
      `${ruleToSql(visible, { alias: 't', bindings, actor, shapes: models.shapes })} as "s${place}"`,
  );
  const found = await run<Record<string, unknown>>(
    tx,
    `select t.id, ${columns.join(', ')} from ${model.table} t
     where t.id = any(${bindings.bindList(
       rows.map(({ id }) => id),
       'uuid',
     )})`,
    bindings.values,
  );
  const byId = new Map(found.map((row) => [String(row['id']), row]));
  const places = new Map(restricted.map(([field], place) => [field, place]));
  return (id, field) => {
    const place = places.get(field);
    return place === undefined || byId.get(id)?.[`s${place}`] === true;
  };
}
