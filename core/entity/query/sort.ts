import { invalid } from '../../errors.ts';
import type { FieldShape } from '../../access/shape.ts';
import type { Bindings } from '../../db/bindings.ts';
import { guardedPath, readableSql, type Asking } from './guard.ts';

export interface SortKey {
  sql: string;
  sqlType: string;
  isDescending: boolean;
  /** System columns are never empty; others sort with the empty ones last, whichever the direction. */
  canBeNull: boolean;
}

export interface Sort {
  /** What the caller asked for: a cursor belongs to it. */
  text: string;
  keys: readonly SortKey[];
  joins: readonly string[];
  /** The id decides between equals, in the direction of the first key, so that one index serves both. */
  isDescending: boolean;
}

const mostKeys = 4;
const neverNull = new Set(['id', 'version', 'createdAt', 'updatedAt']);

/** Newest first when nothing is asked: ids are in the order of creation. */
export function sortOf(asking: Asking, asked: readonly string[] | undefined, bindings: Bindings): Sort {
  const names = (asked ?? []).filter((name) => name !== '');
  if (names.length > mostKeys)
    throw invalid([{ pointer: '/sort', code: 'sort-long', params: { max: mostKeys } }]);
  const joins: string[] = [];
  const keys: SortKey[] = [];
  for (const name of names) {
    const isDescending = name.startsWith('-');
    const path = guardedPath(asking, name.replace(/^[-+]/, ''), '/sort');
    // The id decides anyway.
    if (path.length === 1 && path[0]!.id === 'id') return { text: names.join(), keys, joins, isDescending };
    keys.push({ ...keyOf(asking, path, { joins, bindings }), isDescending });
  }
  return { text: names.join(), keys, joins, isDescending: keys[0]?.isDescending ?? true };
}

interface Joining {
  joins: string[];
  bindings: Bindings;
}

function keyOf(asking: Asking, path: readonly FieldShape[], joining: Joining): Omit<SortKey, 'isDescending'> {
  const [first, second, third] = path;
  if (first!.kind === 'list')
    throw invalid([{ pointer: '/sort', code: 'field-not-sortable', params: { field: first!.id } }]);
  if (path.length === 1 && first!.target) return joinedKey(asking, { relation: first!, joining });
  if (second && !third && first!.target && second.isSortable)
    return joinedKey(asking, { relation: first!, field: second, joining });
  if (path.length > 1 || !first!.isSortable)
    throw invalid([{ pointer: '/sort', code: 'field-not-sortable', params: { field: path.at(-1)!.id } }]);
  return { sql: first!.sql('t'), sqlType: first!.sqlType, canBeNull: !neverNull.has(first!.id) };
}

interface JoinedInput {
  relation: FieldShape;
  /** The title of the related record when absent. */
  field?: FieldShape;
  joining: Joining;
}

function joinedKey(asking: Asking, { relation, field, joining }: JoinedInput): Omit<SortKey, 'isDescending'> {
  const target = asking.context.models.shapes(relation.target!);
  const shown = field ?? guardedTitle(asking, relation);
  const alias = `s${joining.joins.length}`;
  const readable = readableSql(asking, target.id, { alias, bindings: joining.bindings });
  joining.joins.push(
    `left join ${target.table} ${alias} on ${alias}.id = ${relation.sql('t')} and ${readable}`,
  );
  return { sql: shown.sql(alias), sqlType: shown.sqlType, canBeNull: true };
}

/** People are named for everybody; other titles only for those who may see them. */
function guardedTitle(asking: Asking, relation: FieldShape): FieldShape {
  const target = asking.context.models.shapes(relation.target!);
  return target.id === 'user'
    ? target.fields.get(target.title)!
    : guardedPath({ ...asking, entity: target.id }, target.title, '/sort')[0]!;
}
