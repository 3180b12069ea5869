import {
  amongHows,
  isAmong,
  isComplete,
  type FieldRow,
  type How,
  type Joint,
  type RelatedRow,
  type SegmentRow,
  type SegmentRows,
  type WhereRow,
} from './rows.ts';

/** Whether a field is a number: of the members, or of the entity named. */
type IsNumber = (path: string, entity?: string) => boolean;

/** Rows that are not finished are left out. */
export function toCondition({ joint, rows }: SegmentRows, isNumber: IsNumber): unknown {
  const parts = finished(rows).map((row) => partOf(row, isNumber));
  return joined(joint, parts, { all: 'all', any: 'any' });
}

const finished = (rows: readonly SegmentRow[]): SegmentRow[] =>
  rows.flatMap((row): SegmentRow[] => {
    if (row.kind !== 'group') return isComplete(row) ? [row] : [];
    const inner = finished(row.rows);
    return inner.length > 0 ? [{ ...row, rows: inner }] : [];
  });

function partOf(row: SegmentRow, isNumber: IsNumber): unknown {
  switch (row.kind) {
    case 'kept':
      return row.part;
    case 'member':
      return row.isIn ? { member: row.segment } : { not: { member: row.segment } };
    case 'related':
      return { related: relatedPart(row, isNumber) };
    case 'group':
      return toCondition(row, isNumber);
    case 'where':
      return { where: testOf(row, isNumber(row.path)) };
  }
}

function relatedPart({ relation, how, count, joint, rows }: RelatedRow, isNumber: IsNumber): object {
  const [entity = '', by, from] = relation.split('|');
  const filters = rows.map((row) => filterOf(row, (path) => isNumber(path, entity)));
  const isPlain = filters.length < 2 && (joint === 'all' || joint === 'any');
  const where = isPlain ? filters[0] : joined(joint, filters, { all: 'and', any: 'or' });
  const range = how === 'some' ? { gte: 1 } : how === 'none' ? { eq: 0 } : { [how]: count };
  return { entity, by, ...(from && { from }), ...(rows.length > 0 && { where }), count: range };
}

/** In the filter language of lists. */
function filterOf(row: FieldRow, isNumber: (path: string) => boolean): unknown {
  if (row.kind === 'where') return testOf(row, isNumber(row.path));
  // The cast: what a row of fields keeps is a filter.
  if (row.kind === 'kept') return (row.part as { where: unknown }).where;
  const filters = row.rows.map((each) => filterOf(each, isNumber));
  return joined(row.joint, filters, { all: 'and', any: 'or' });
}

function joined(joint: Joint, parts: unknown[], { all, any }: { all: string; any: string }): object {
  const list = { [joint === 'any' || joint === 'none' ? any : all]: parts };
  return joint === 'all' || joint === 'any' ? list : { not: list };
}

const testOf = ({ path, how, value }: WhereRow, isNumber: boolean): object => ({
  [path]: comparison(how, value, isNumber),
});

function comparison(how: How, value: string, isNumber: boolean): object {
  if (isAmong(how)) return { [amongHows[how]]: value.split(' ').filter(Boolean) };
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
