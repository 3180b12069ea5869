/** A condition as rows that people read, and back. What is nested deeper than rows has no rows. */
export type SegmentRow = WhereRow | RelatedRow | { kind: 'member'; segment: string; isIn: boolean };

export interface WhereRow {
  kind: 'where';
  path: string;
  how: How;
  value: string;
}

/** How many related records there are: `some` is one or more. */
export const countHows = ['some', 'none', 'gte', 'lte', 'eq'] as const;
export type CountHow = (typeof countHows)[number];

export interface RelatedRow {
  kind: 'related';
  relation: string;
  how: CountHow;
  count: number;
  /** Only those that fit these count. */
  joint: 'all' | 'any';
  rows: WhereRow[];
}

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
export const emptyWhere: WhereRow = { kind: 'where', path: '', how: 'eq', value: '' };
export const emptyRelated: RelatedRow = {
  ...{ kind: 'related', relation: '', how: 'some', count: 1, joint: 'all', rows: [] },
};

/** Whether a field is a number: of the members, or of the entity named. */
type IsNumber = (path: string, entity?: string) => boolean;

/** `entity|by|from` of a relation, or without `from`. */
export const relationKey = (entity: string, by: string, from = ''): string => `${entity}|${by}|${from}`;

export function toCondition({ joint, rows }: SegmentRows, isNumber: IsNumber): unknown {
  return { [joint]: rows.filter(isComplete).map((row) => partOf(row, isNumber)) };
}

export const isComplete = (row: SegmentRow): boolean =>
  row.kind === 'where'
    ? row.path !== '' && (!needsValue(row.how) || row.value.trim() !== '')
    : row.kind === 'member'
      ? row.segment !== ''
      : row.relation !== '' && row.rows.every(isComplete);

export const needsValue = (how: How): boolean => !['isEmpty', 'isFilled', 'isTrue', 'isFalse'].includes(how);

function partOf(row: SegmentRow, isNumber: IsNumber): unknown {
  if (row.kind === 'member') {
    const part = { member: row.segment };
    return row.isIn ? part : { not: part };
  }
  if (row.kind === 'related') return { related: relatedPart(row, isNumber) };
  return { where: whereOf(row, isNumber(row.path)) };
}

const whereOf = ({ path, how, value }: WhereRow, isNumber: boolean): object => ({
  [path]: testOf(how, value, isNumber),
});

function relatedPart({ relation, how, count, joint, rows }: RelatedRow, isNumber: IsNumber): object {
  const [entity = '', by, from] = relation.split('|');
  const tests = rows.map((row) => whereOf(row, isNumber(row.path, entity)));
  const where = tests.length < 2 ? tests[0] : { [joint === 'all' ? 'and' : 'or']: tests };
  const range = how === 'some' ? { gte: 1 } : how === 'none' ? { eq: 0 } : { [how]: count };
  return { entity, by, ...(from && { from }), ...(where && { where }), count: range };
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
  const inner = innerRows(where);
  if (!inner || (how !== 'gte' && how !== 'lte' && how !== 'eq')) return null;
  const relation = relationKey(String(entity), String(by), from === undefined ? '' : String(from));
  const isSome = how === 'gte' && number === 1;
  const isNone = how === 'eq' && number === 0;
  const said = isSome ? 'some' : isNone ? 'none' : how;
  return { kind: 'related', relation, how: said, count: Number(number), ...inner };
}

/** A filter of one level: fields beside each other all count, as those in `and` do. */
function innerRows(where: unknown): Pick<RelatedRow, 'joint' | 'rows'> | null {
  if (where === undefined) return { joint: 'all', rows: [] };
  const [kind, parts] = single(where) ?? [];
  const isList = (kind === 'and' || kind === 'or') && Array.isArray(parts);
  const filters: unknown[] = isList ? parts : [where];
  const rows = filters.flatMap((filter): (SegmentRow | null)[] => {
    if (typeof filter !== 'object' || filter === null) return [null];
    const tests = Object.entries(filter);
    // In a list of which any may be met, two fields in one belong together.
    return kind === 'or' && tests.length > 1 ? [null] : tests.map(([path, test]) => testRow(path, test));
  });
  const plain = rows.filter((row) => row?.kind === 'where');
  return plain.length === rows.length ? { joint: kind === 'or' ? 'any' : 'all', rows: plain } : null;
}

function testRow(path: string, test: unknown): SegmentRow | null {
  if (test === null || typeof test !== 'object') return whereRow(path, 'eq', test);
  const [how, operand] = single(test) ?? [];
  return how ? whereRow(path, how, operand) : null;
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
