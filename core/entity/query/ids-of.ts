import type { IdSet } from '../../db/id-set.ts';
import type { IdsInput } from '../record-store.ts';
import { idSql } from './among-sql.ts';
import type { QueryContext } from './context.ts';
import type { Asking } from './guard.ts';
import { allOf, whereOf } from './where.ts';

/** What a field of all records that the actor may see holds, each since its record was made. */
export const idsOf = (context: QueryContext, { actor, entity, field, ...input }: IdsInput): IdSet => ({
  sql(bindings) {
    const asking: Asking = { context, actor, entity };
    const value = idSql(asking, field, '/field');
    const where = allOf(whereOf({ asking, search: undefined, bindings, ...input, filter: input.filter }));
    return `select ${value} as id, t.created_at as since from ${context.models.get(entity).table} t
      where ${value} is not null and ${where}`;
  },
});
