import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import { searchText } from './search-text.ts';
import type { ChangedRow } from './update-statement.ts';

/** Records that have a field of the changed ones in their own search text (`account.name`) get it anew. */
export async function refreshSearch(
  context: WriteContext,
  model: EntityModel,
  rows: readonly ChangedRow[],
): Promise<void> {
  for (const { model: dependent, relation, field } of context.models.searchedFrom(model.id)) {
    const index = model.indexOf.get(field);
    const ids = rows.filter((row) => index !== undefined && row.changed.has(index)).map(({ id }) => id);
    const { columns, definition } = dependent.stored[dependent.indexOf.get(relation)!]!;
    const isMany = definition.type === 'relationMany';
    await rewriteSearch(context, { model: dependent, column: columns[0]!.name, isMany, ids });
  }
}

interface RewriteInput {
  model: EntityModel;
  /** Quoted name of the column that `ids` are looked for in. */
  column: string;
  /** The column holds lists of ids. */
  isMany?: boolean;
  ids: readonly string[];
}

/** Puts the search text of these records together again. */
export async function rewriteSearch(
  { models, tx }: Pick<WriteContext, 'models' | 'tx'>,
  { model, column, isMany, ids }: RewriteInput,
): Promise<void> {
  const search = searchText({ models, model, column: (name) => `t.${name}`, id: 't.id' });
  if (ids.length === 0 || search === null) return;
  const bindings = createBindings();
  await run(
    tx,
    `update ${model.table} t set search = ${search} where t.${column} ${isMany ? `&& ${bindings.bindList(ids, 'uuid')}` : `= any(${bindings.bindList(ids, 'uuid')})`}`,
    bindings.values,
  );
}
