import { createBindings, type Bindings } from '../../db/bindings.ts';
import type { Db } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { EntityModel } from '../model.ts';
import type { ListInput, RecordPage } from '../record-store.ts';
import type { QueryContext } from './context.ts';
import { countRecords } from './count.ts';
import { cursorInvalid, decodeCursor, encodeCursor, type Position } from './cursor.ts';
import type { Asking } from './guard.ts';
import { afterPosition, orderBy, phaseConditions, phasesOf, type Phase } from './keyset.ts';
import { decodeRows, runRows } from './rows.ts';
import { selectionOf } from './selection.ts';
import { sortOf } from './sort.ts';
import { whereOf } from './where.ts';

export const defaultLimit = 50;
export const largestLimit = 200;

export async function listRecords(context: QueryContext, input: ListInput, db: Db): Promise<RecordPage> {
  const asking: Asking = { context, actor: input.actor, entity: input.entity };
  const model = context.models.get(input.entity);
  const { limit = defaultLimit } = input;
  // A page that is cut without a word would pass for all there is.
  if (!(limit >= 1 && limit <= largestLimit))
    throw new Problem({ status: 422, code: 'page-limit', params: { limit, most: largestLimit } });
  const sort = sortOf(asking, input.sort, createBindings());
  const after = input.cursor ? decodeCursor(sort, input.cursor) : null;
  const rows: unknown[][] = [];
  let page: Statement | undefined;
  // The cursor's position belongs to the first phase that is read; a later phase begins at its start.
  let position = after;
  for (const phase of phasesOf(sort, after)) {
    page = statement({ asking, model, input, phase, position, limit: limit + 1 - rows.length });
    rows.push(...(await runRows(db, page.text, page.values).catch(badCursor(input))));
    position = null;
    if (rows.length > limit) break;
  }
  const shown = rows.slice(0, limit);
  const items = await decodeRows(context, page!.selection, shown);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? encodeCursor(sort, page!.positionOf(last)) : null;
  const counted = input.count && input.count !== 'none' ? await countRecords(asking, input, db) : {};
  return { items, next, ...counted };
}

/** A cursor that somebody wrote by hand may hold text that is no date or number. */
const badCursor =
  (input: ListInput) =>
  (error: unknown): never => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw input.cursor && code.startsWith('22') ? cursorInvalid() : error;
  };

interface StatementInput {
  asking: Asking;
  model: EntityModel;
  input: ListInput;
  phase: Phase;
  position: Position | null;
  limit: number;
}

interface Statement {
  text: string;
  values: (string | null | boolean)[];
  selection: ReturnType<typeof selectionOf>;
  positionOf(row: readonly unknown[]): Position;
}

function statement({ asking, model, input, phase, position, limit }: StatementInput): Statement {
  const bindings = createBindings();
  const { filter, search, isBin } = input;
  const where = whereOf({ asking, filter, search, isBin, bindings });
  const sort = sortOf(asking, input.sort, bindings);
  const conditions = [...where.conditions, ...phaseConditions(sort, phase)];
  if (position) conditions.push(...afterPosition(sort, { phase, position, bindings }));
  const selection = selectionOf({ asking, model, fields: input.fields, bindings });
  const columns = [...selection.columns, ...sort.keys.map(({ sql }) => `(${sql})::text`), 't.id'];
  const order = `order by ${orderBy(sort, phase)} limit ${countPlaceholder(limit, bindings)}`;
  const joins = [...sort.joins, ...selection.joins].join(' ');
  const source = `${model.table} t ${sort.joins.join(' ')}`;
  const text =
    where.branches.length === 0
      ? `select ${columns.join(', ')} from ${model.table} t ${joins} where ${conditions.join(' and ')} ${order}`
      : `select ${columns.join(', ')} from (${where.branches
          .map(
            (branch) =>
              `(select t.id from ${source} where ${[...conditions, branch].join(' and ')} ${order})`,
          )
          .join(' union ')}) p join ${model.table} t on t.id = p.id ${joins} ${order}`;
  return {
    text,
    values: bindings.values,
    selection,
    positionOf: (row) => ({
      // The last columns: the keys as text, then the id.
      keys: row.slice(row.length - 1 - sort.keys.length, -1) as (string | null)[],
      id: String(row.at(-1)),
    }),
  };
}

const countPlaceholder = (limit: number, bindings: Bindings): string => bindings.bind(limit, 'int8');
