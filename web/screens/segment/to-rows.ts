import {
  amongHows,
  relationKey,
  type FieldRow,
  type How,
  type Joint,
  type SegmentRow,
  type SegmentRows,
  type WhereRow,
} from './rows.ts';

/** Whatever a condition says; what no row can say is a row that keeps it. */
export function toRows(condition: unknown): SegmentRows {
  const row = rowOf(condition);
  return row.kind === 'group' ? { joint: row.joint, rows: row.rows } : { joint: 'all', rows: [row] };
}

function rowOf(part: unknown): SegmentRow {
  const [kind, value] = single(part) ?? [];
  if ((kind === 'all' || kind === 'any') && Array.isArray(value))
    return { kind: 'group', joint: kind, rows: value.map(rowOf) };
  if (kind === 'member') return { kind, segment: String(value), isIn: true };
  if (kind === 'not') {
    const inner = rowOf(value);
    return inner.kind === 'member' ? { ...inner, isIn: !inner.isIn } : negated(inner);
  }
  if (kind === 'related') return relatedRow(value as Record<string, unknown>) ?? { kind: 'kept', part };
  return kind === 'where' ? fieldRow(value) : { kind: 'kept', part };
}

const opposite: Record<Joint, Joint> = { all: 'notAll', notAll: 'all', any: 'none', none: 'any' };

function negated<Row extends SegmentRow>(row: Row): Row | { kind: 'group'; joint: Joint; rows: Row[] } {
  if (row.kind === 'group') return { ...row, joint: opposite[row.joint] };
  return { kind: 'group', joint: 'none', rows: [row] };
}

function relatedRow({ entity, by, from, where, count }: Record<string, unknown>): SegmentRow | null {
  const [how, number] = single(count ?? { gte: 1 }) ?? [];
  if (how !== 'gte' && how !== 'lte' && how !== 'eq') return null;
  const inner = where === undefined ? undefined : fieldRow(where);
  const isSome = how === 'gte' && number === 1;
  const isNone = how === 'eq' && number === 0;
  return {
    kind: 'related',
    relation: relationKey(String(entity), String(by), from === undefined ? '' : String(from)),
    how: isSome ? 'some' : isNone ? 'none' : how,
    count: Number(number),
    joint: inner?.kind === 'group' ? inner.joint : 'all',
    rows: inner ? (inner.kind === 'group' ? inner.rows : [inner]) : [],
  };
}

/** Of the filter language of lists: fields beside each other all count, as those in `and` do. */
function fieldRow(filter: unknown): FieldRow {
  if (typeof filter !== 'object' || filter === null) return { kind: 'kept', part: { where: filter } };
  const rows = Object.entries(filter).map(([key, value]): FieldRow => {
    if ((key === 'and' || key === 'or') && Array.isArray(value)) {
      const joint = key === 'and' ? 'all' : 'any';
      // In a list of which all count, those of one part that all count need no group of their own.
      const parts = value.map(fieldRow).flatMap((row) => (isAll(row) && joint === 'all' ? row.rows : [row]));
      return { kind: 'group', joint, rows: parts };
    }
    if (key === 'not') return negated(fieldRow(value));
    return testRow(key, value);
  });
  return rows.length === 1 ? rows[0]! : { kind: 'group', joint: 'all', rows };
}

const isAll = (row: FieldRow): row is FieldRow & { kind: 'group' } =>
  row.kind === 'group' && row.joint === 'all';

function testRow(path: string, test: unknown): FieldRow {
  const tests = test === null || typeof test !== 'object' ? { eq: test } : test;
  const rows = Object.entries(tests).map(
    ([how, operand]) =>
      whereRow(path, how, operand) ??
      anyOf(path, how, operand) ?? { kind: 'kept' as const, part: { where: { [path]: { [how]: operand } } } },
  );
  return rows.length === 1 ? rows[0]! : { kind: 'group', joint: 'all', rows };
}

/** One of several values: any of as many rows. */
function anyOf(path: string, how: string, operand: unknown): FieldRow | null {
  if (how !== 'in' || !Array.isArray(operand) || operand.length === 0) return null;
  const rows = operand.map((value) => whereRow(path, 'eq', value));
  const whole = rows.filter((row) => row !== null);
  return whole.length === rows.length ? { kind: 'group', joint: 'any', rows: whole } : null;
}

// The cast: the keys of what stands there.
const hows = Object.keys(amongHows) as (keyof typeof amongHows)[];
const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

function whereRow(path: string, how: string, operand: unknown): WhereRow | null {
  const row = (name: How, value = ''): WhereRow => ({ kind: 'where', path, how: name, value });
  const among = hows.find((name) => amongHows[name] === how);
  if (among && Array.isArray(operand) && operand.length > 0 && operand.every(isId))
    return row(among, operand.join(' '));
  const [ago, span] = single(operand) ?? [];
  const days = ago === 'ago' ? /^P(\d+)D$/.exec(String(span))?.[1] : undefined;
  if (days !== undefined)
    return how === 'gte' ? row('lastDays', days) : how === 'lt' ? row('before', days) : null;
  if (operand === null) return how === 'eq' ? row('isEmpty') : how === 'ne' ? row('isFilled') : null;
  if (typeof operand === 'boolean') {
    if (how === 'eq') return row(operand ? 'isTrue' : 'isFalse');
    return null;
  }
  if (typeof operand === 'object') return null;
  const known: readonly string[] = ['eq', 'ne', 'contains', 'startsWith', 'gt', 'gte', 'lt', 'lte'];
  // The cast: it is one of those.
  return known.includes(how) ? row(how as How, String(operand)) : null;
}

function single(value: unknown): [string, unknown] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0]! : null;
}
