/** A condition as rows that people read, and back. What is nested deeper than rows has no rows. */
export type SegmentRow =
  | { kind: 'where'; path: string; how: How; value: string }
  | { kind: 'related'; relation: string; how: 'gte' | 'lte' | 'eq'; count: number }
  | { kind: 'member'; segment: string; isIn: boolean };

export type How =
  | 'eq'
  | 'ne'
  | 'contains'
  | 'startsWith'
  | 'gte'
  | 'lte'
  | 'lastDays'
  | 'before'
  | 'isEmpty'
  | 'isFilled'
  | 'isTrue'
  | 'isFalse';

export interface SegmentRows {
  joint: 'all' | 'any';
  rows: SegmentRow[];
}

export const noRows: SegmentRows = { joint: 'all', rows: [] };

/** `entity|by|from` of a relation, or without `from`. */
export const relationKey = (entity: string, by: string, from = ''): string => `${entity}|${by}|${from}`;

export function toCondition({ joint, rows }: SegmentRows, isNumber: (path: string) => boolean): unknown {
  return { [joint]: rows.filter(isComplete).map((row) => partOf(row, isNumber)) };
}

export const isComplete = (row: SegmentRow): boolean =>
  row.kind === 'where'
    ? row.path !== '' && (!needsValue(row.how) || row.value.trim() !== '')
    : row.kind === 'member'
      ? row.segment !== ''
      : row.relation !== '';

export const needsValue = (how: How): boolean => !['isEmpty', 'isFilled', 'isTrue', 'isFalse'].includes(how);

function partOf(row: SegmentRow, isNumber: (path: string) => boolean): unknown {
  if (row.kind === 'member') {
    const part = { member: row.segment };
    return row.isIn ? part : { not: part };
  }
  if (row.kind === 'related') {
    const [entity, by, from] = row.relation.split('|');
    return { related: { entity, by, ...(from && { from }), count: { [row.how]: row.count } } };
  }
  return { where: { [row.path]: testOf(row.how, row.value, isNumber(row.path)) } };
}

function testOf(how: How, value: string, isNumber: boolean): unknown {
  switch (how) {
    case 'isEmpty':
      return { eq: null };
    case 'isFilled':
      return { ne: null };
    case 'isTrue':
      return { eq: true };
    case 'isFalse':
      return { eq: false };
    case 'lastDays':
      return { gte: { ago: `P${Math.abs(Number(value)) || 0}D` } };
    case 'before':
      return { lt: { ago: `P${Math.abs(Number(value)) || 0}D` } };
    default:
      return { [how]: isNumber ? Number(value) : value };
  }
}

/** Null where rows cannot say it. */
export function toRows(condition: unknown): SegmentRows | null {
  const [joint, parts] = single(condition) ?? [];
  if ((joint !== 'all' && joint !== 'any') || !Array.isArray(parts)) return null;
  const rows = parts.map(rowOf);
  return rows.includes(null) ? null : { joint, rows: rows.filter((row) => row !== null) };
}

function rowOf(part: unknown): SegmentRow | null {
  const [kind, value] = single(part) ?? [];
  if (kind === 'member') return { kind, segment: String(value), isIn: true };
  if (kind === 'not') {
    const [inner, segment] = single(value) ?? [];
    return inner === 'member' ? { kind: inner, segment: String(segment), isIn: false } : null;
  }
  if (kind === 'related') return relatedRow(value as Record<string, unknown>);
  const [path, test] = kind === 'where' ? (single(value) ?? []) : [];
  const [how, operand] = single(test) ?? [];
  return path && how ? whereRow(path, how, operand) : null;
}

function relatedRow({ entity, by, from, where, count }: Record<string, unknown>): SegmentRow | null {
  const [how, number] = single(count ?? { gte: 1 }) ?? [];
  if (where !== undefined || (how !== 'gte' && how !== 'lte' && how !== 'eq')) return null;
  const relation = relationKey(String(entity), String(by), from === undefined ? '' : String(from));
  return { kind: 'related', relation, how, count: Number(number) };
}

function whereRow(path: string, how: string, operand: unknown): SegmentRow | null {
  const row = (name: How, value = ''): SegmentRow => ({ kind: 'where', path, how: name, value });
  const [ago, span] = single(operand) ?? [];
  const days = ago === 'ago' ? /^P(\d+)D$/.exec(String(span))?.[1] : undefined;
  if (days !== undefined)
    return how === 'gte' ? row('lastDays', days) : how === 'lt' ? row('before', days) : null;
  if (operand === null) return how === 'eq' ? row('isEmpty') : how === 'ne' ? row('isFilled') : null;
  if (typeof operand === 'boolean') return row(operand ? 'isTrue' : 'isFalse');
  if (typeof operand === 'object') return null;
  const known: readonly string[] = ['eq', 'ne', 'contains', 'startsWith', 'gte', 'lte'];
  return known.includes(how) ? row(how as How, String(operand)) : null;
}

function single(value: unknown): [string, unknown] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0]! : null;
}
