/** What a record was called before it was merged into another is still a name under which the other is found. */
import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import { rewriteSearch } from './refresh-search.ts';

interface MergedInput {
  model: EntityModel;
  into: string;
  from: readonly string[];
}

/** With the names that were merged into these before: a chain of merges needs no walk. */
export async function keepMergedTitles(
  context: WriteContext,
  { model, into, from }: MergedInput,
): Promise<void> {
  const title = model.shape.fields.get(model.definition.title);
  if (!title) return;
  const bindings = createBindings();
  await run(
    context.tx,
    `insert into core.merged_title (merged_id, record_id, title)
     select t.id, ${bindings.bind(into, 'uuid')}, concat_ws(' ', ${title.sql('t')}::text,
       (select string_agg(m.title, ' ') from core.merged_title m where m.record_id = t.id))
     from ${model.table} t where t.id = any(${bindings.bindList(from, 'uuid')})
     on conflict (merged_id) do update set record_id = excluded.record_id, title = excluded.title`,
    bindings.values,
  );
  await rewriteSearch(context, { model, column: 'id', ids: [into] });
}

/** A record that is back answers to its name itself. */
export async function forgetMergedTitles(
  context: WriteContext,
  model: EntityModel,
  ids: readonly string[],
): Promise<void> {
  const bindings = createBindings();
  const rows = await run<{ id: string }>(
    context.tx,
    `delete from core.merged_title where merged_id = any(${bindings.bindList(ids, 'uuid')}) returning record_id as id`,
    bindings.values,
  );
  await rewriteSearch(context, { model, column: 'id', ids: rows.map(({ id }) => id) });
}
