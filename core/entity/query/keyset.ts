/** "After this record, in this order" as a condition that an index on the sort keys and the id can answer. */
import type { Bindings } from '../../db/bindings.ts';
import type { Position } from './cursor.ts';
import type { Sort, SortKey } from './sort.ts';

/**
 * An order whose first key can be empty is read in two phases, `filled` then `empty`: "nulls last" in both
 * directions, off one plain index.
 */
export type Phase = 'whole' | 'filled' | 'empty';

export const phasesOf = (sort: Sort, after: Position | null): readonly Phase[] => {
  if (!sort.keys[0]?.canBeNull) return ['whole'];
  return after && after.keys[0] === null ? ['empty'] : ['filled', 'empty'];
};

export function orderBy(sort: Sort, phase: Phase, alias = 't'): string {
  const keys = phase === 'empty' ? sort.keys.slice(1) : sort.keys;
  const first = phase === 'filled' ? keys[0] : undefined;
  const parts = keys.map(
    (key) =>
      `${key.sql} ${key.isDescending ? 'desc' : 'asc'}${key.canBeNull && key !== first ? ' nulls last' : ''}`,
  );
  return [...parts, `${alias}.id ${sort.isDescending ? 'desc' : 'asc'}`].join(', ');
}

export function phaseConditions(sort: Sort, phase: Phase): string[] {
  if (phase === 'whole') return [];
  return [`${sort.keys[0]!.sql} is ${phase === 'filled' ? 'not null' : 'null'}`];
}

/** After `position`; a phase that begins fresh has none. */
export function afterPosition(
  sort: Sort,
  { phase, position, bindings }: { phase: Phase; position: Position; bindings: Bindings },
): string[] {
  const from = phase === 'empty' ? 1 : 0;
  const keys = sort.keys.slice(from);
  const values = position.keys.slice(from);
  const id = bindings.bind(position.id, 'uuid');
  const beyondId = `t.id ${sort.isDescending ? '<' : '>'} ${id}`;
  const [first] = keys;
  if (!first) return [beyondId];
  const placeholders = keys.map((key, index) => bindings.bind(values[index] ?? null, key.sqlType));
  // Without this range PostgreSQL would walk the index from its beginning.
  const range =
    first.canBeNull && phase === 'whole' ? [] : [`${first.sql} ${symbol(first)}= ${placeholders[0]}`];
  let condition = beyondId;
  for (let index = keys.length - 1; index >= 0; index--) {
    const isNull = values[index] === null;
    condition = isNull
      ? `(${keys[index]!.sql} is null and ${condition})`
      : `(${beyond(keys[index]!, placeholders[index]!)} or ${keys[index]!.sql} = ${placeholders[index]} and ${condition})`;
  }
  return [...range, condition];
}

const symbol = (key: SortKey): string => (key.isDescending ? '<' : '>');
const beyond = (key: SortKey, placeholder: string): string =>
  key.canBeNull
    ? `(${key.sql} ${symbol(key)} ${placeholder} or ${key.sql} is null)`
    : `${key.sql} ${symbol(key)} ${placeholder}`;
