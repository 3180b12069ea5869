/** Whatever pointed to the records that go points to the winner: also what the actor cannot see. */
import { createBindings, run } from '../../db/bindings.ts';
import { Problem } from '../../errors.ts';
import type { EntityModel } from '../model.ts';
import type { Incoming } from '../models.ts';
import { asSystem, type Results, type WriteContext } from '../store/context.ts';
import { updateRows } from '../store/update.ts';

interface RepointInput {
  relation: Incoming;
  /** Of the records that are merged. */
  model: EntityModel;
  into: string;
  from: readonly string[];
}

/** Rows of one statement. */
const batch = 5_000;

export async function repoint(context: WriteContext, input: RepointInput): Promise<void> {
  const { relation, into } = input;
  const children = await childrenOf(context, input);
  const field = relation.model.stored[relation.model.indexOf.get(relation.field)!]!;
  // A unique relation has room for one: the winner's own, or the first that comes.
  const room = field.definition.unique && (await isTaken(context, input)) ? 0 : 1;
  const targets = children.map((id, place) => ({
    id,
    target: field.definition.unique && place >= room ? null : into,
  }));
  if (targets.some(({ target }) => target === null) && relation.onDelete === 'restrict')
    throw noRoom(relation);
  for (let from = 0; from < targets.length; from += batch)
    await point(context, { relation, from: input.from }, targets.slice(from, from + batch));
}

async function point(
  context: WriteContext,
  { relation: { model, field, isMany }, from }: Pick<RepointInput, 'relation' | 'from'>,
  targets: readonly { id: string; target: string | null }[],
): Promise<void> {
  const results: Results = [];
  const changes = targets.map(({ id, target }, place) => ({
    place,
    change: {
      op: 'update' as const,
      entity: model.id,
      id,
      values: { [field]: isMany ? { add: [target], remove: from } : target },
    },
  }));
  await updateRows(asSystem(context), model, changes, results);
  if (results.some((result) => result && !result.ok)) throw noRoom({ model, field });
}

/** Oldest first; not those that are merged themselves. */
async function childrenOf(
  { tx }: WriteContext,
  { relation, model, into, from }: RepointInput,
): Promise<string[]> {
  const { column, isMany } = relation;
  const bindings = createBindings();
  const isSelf = relation.model.id === model.id;
  const rows = await run<{ id: string }>(
    tx,
    `select t.id from ${relation.model.table} t
     where t.${column} ${isMany ? '&&' : '= any'}(${bindings.bindList(from, 'uuid')}) and t.deleted_at is null
       ${isSelf ? `and t.id <> all(${bindings.bindList([into, ...from], 'uuid')})` : ''}
     order by t.id`,
    bindings.values,
  );
  return rows.map(({ id }) => id);
}

async function isTaken({ tx }: WriteContext, { relation, into }: RepointInput): Promise<boolean> {
  const bindings = createBindings();
  const rows = await run(
    tx,
    `select 1 from ${relation.model.table} t
     where t.${relation.column} = ${bindings.bind(into, 'uuid')} and t.deleted_at is null limit 1`,
    bindings.values,
  );
  return rows.length > 0;
}

const noRoom = ({ model, field }: Pick<Incoming, 'model' | 'field'>): Problem =>
  new Problem({ status: 409, code: 'merge-no-room', params: { entity: model.id, field } });
