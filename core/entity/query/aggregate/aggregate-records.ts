/** Groups and measures over what the actor may see. Money is never added across currencies: it answers a list. */
import { createBindings } from '../../../db/bindings.ts';
import type { Db } from '../../../db/connect.ts';
import type { AggregateInput, AggregateResult } from '../../record-store.ts';
import type { QueryContext } from '../context.ts';
import { groupTitles } from '../group-titles.ts';
import type { Asking } from '../guard.ts';
import { allOf, whereOf } from '../where.ts';
import { refuseCombinations } from './combinations.ts';
import { combine } from './combine.ts';
import { groupsOf } from './group-sql.ts';
import { measuresOf } from './measure-sql.ts';
import { runLimited } from './run-limited.ts';
import { statementOf } from './statement.ts';

const mostGroups = 5_000;

/** Throws problem `aggregate-large` before anything runs, `aggregate-slow` when it ran too long, where there are limits. */
export async function aggregateRecords(
  context: QueryContext,
  input: AggregateInput & { timeZone: string },
  db: Db,
): Promise<AggregateResult> {
  const asking: Asking = { context, actor: input.actor, entity: input.entity };
  const model = context.models.get(input.entity);
  const bindings = createBindings();
  const { groups, joins } = groupsOf(asking, input, bindings);
  const measures = measuresOf(asking, input, bindings);
  const { filter, search, among } = input;
  const where = allOf(whereOf({ asking, filter, search, among, bindings }));
  if (input.limits) await refuseCombinations({ asking, groups, most: input.limits.combinations, db });
  const limit = Math.min(input.limit ?? mostGroups, mostGroups);
  const statement = statementOf({
    ...{ groups, measures, limit, order: input.order },
    from: [`${model.table} t`, ...joins].join(' '),
    where,
  });
  const rows = await runLimited(db, { text: statement.text, values: bindings.values, limits: input.limits });
  const all = combine(rows, { groups, measures, ...statement });
  const answer = all.slice(0, limit);
  await groupTitles({ asking, groups, rows: answer, db });
  return { rows: answer, isCut: all.length > limit };
}
