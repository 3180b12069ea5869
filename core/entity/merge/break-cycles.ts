import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel, StoredField } from '../model.ts';
import { asSystem, type WriteContext } from '../store/context.ts';
import { updateRows } from '../store/update.ts';

/** Deeper is no tree that people made. */
const deepest = 1_000;

/** Merging a record with one further up its own tree would make a ring: the winner then stands at the top. */
export async function breakCycles(context: WriteContext, model: EntityModel, id: string): Promise<void> {
  const selfRelations = model.stored.filter(
    ({ definition }) => definition.type === 'relation' && definition.entity === model.id,
  );
  for (const field of selfRelations) {
    if (!(await isInRing(context, { model, field, id }))) continue;
    const update = { op: 'update' as const, entity: model.id, id, values: { [field.id]: null } };
    await updateRows(asSystem(context), model, [{ place: 0, change: update }], []);
  }
}

async function isInRing(
  { tx }: WriteContext,
  { model, field, id }: { model: EntityModel; field: StoredField; id: string },
): Promise<boolean> {
  const column = field.columns[0]!.name;
  const bindings = createBindings();
  const start = bindings.bind(id, 'uuid');
  const rows = await run(
    tx,
    `with recursive up (id, depth) as (
       select t.${column}, 1 from ${model.table} t where t.id = ${start}
       union
       select t.${column}, up.depth + 1 from ${model.table} t join up on t.id = up.id
       where up.id <> ${start} and up.depth < ${deepest})
     select 1 from up where id = ${start} limit 1`,
    bindings.values,
  );
  return rows.length > 0;
}
