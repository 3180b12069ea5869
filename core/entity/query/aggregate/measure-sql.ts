import type { FieldShape } from '../../../access/shape.ts';
import type { Bindings } from '../../../db/bindings.ts';
import { invalid } from '../../../errors.ts';
import type { AggregateInput, AggregateMeasure, MeasureFunction } from '../../record-store.ts';
import { filterSql, guardedFilter, guardedPath, type Asking } from '../guard.ts';

export interface Measure {
  /** In the answer's rows. */
  name: string;
  function: MeasureFunction;
  /** As it is ordered by. */
  value: string;
  /** As it is read. */
  sql: string;
  /** The currency in SQL, for money. */
  currency: string | undefined;
}

export const measuresOf = (asking: Asking, input: AggregateInput, bindings: Bindings): Measure[] =>
  input.measures.map((measure, index) =>
    measureOf(asking, { measure, pointer: `/measures/${index}` }, bindings),
  );

const isCounting = (name: MeasureFunction): boolean => name === 'count' || name === 'distinct';

function measureOf(
  asking: Asking,
  { measure, pointer }: { measure: AggregateMeasure; pointer: string },
  bindings: Bindings,
): Measure {
  const { function: name, field: path, where, since } = measure;
  if (path === undefined && name !== 'count') throw invalid([{ pointer, code: 'measure-field-missing' }]);
  const own = path === undefined ? name : `${name}.${path}`;
  const field = path === undefined ? undefined : ownField(asking, path, `${pointer}/field`);
  const from = since === undefined ? undefined : ownField(asking, since, `${pointer}/since`);
  if (field && !canMeasure(name, { field, from }))
    throw invalid([{ pointer, code: 'field-not-measurable', params: { field: path!.slice(0, 80) } }]);
  const operand = field ? (from ? daysBetween(from, field) : field.sql('t')) : '*';
  const value = valueSql(name, { operand, filter: filterOf(asking, where, bindings) });
  return {
    ...{ name: measure.as ?? own, function: name, value },
    sql: isCounting(name) ? value : `${value}::text`,
    currency: isCounting(name) ? undefined : field?.currency?.('t'),
  };
}

/** A condition of one figure is asked like a filter, and refused like one. */
function filterOf(asking: Asking, where: AggregateMeasure['where'], bindings: Bindings): string {
  if (where === undefined) return '';
  return ` filter (where ${filterSql(asking, guardedFilter(asking, where), { alias: 't', bindings })})`;
}

function ownField(asking: Asking, path: string, pointer: string): FieldShape {
  const [field, ...more] = guardedPath(asking, path, pointer);
  if (more.length > 0)
    throw invalid([{ pointer, code: 'field-not-measurable', params: { field: path.slice(0, 80) } }]);
  return field!;
}

const isTime = ({ kind }: FieldShape): boolean => kind === 'date' || kind === 'instant';

function canMeasure(
  name: MeasureFunction,
  { field, from }: { field: FieldShape; from?: FieldShape },
): boolean {
  if (from) return isTime(from) && isTime(field) && !isCounting(name);
  if (isCounting(name)) return field.kind !== 'opaque' && field.kind !== 'blind';
  return field.kind === 'number' || (isTime(field) && (name === 'min' || name === 'max'));
}

const daysBetween = (from: FieldShape, to: FieldShape): string =>
  `(extract(epoch from ${to.sql('t')}::timestamptz - ${from.sql('t')}::timestamptz) / 86400)`;

/** Means to four places, as money has. */
function valueSql(name: MeasureFunction, { operand, filter }: { operand: string; filter: string }): string {
  switch (name) {
    case 'distinct':
      return `count(distinct ${operand})${filter}`;
    case 'average':
      return `round((avg(${operand})${filter})::numeric, 4)`;
    case 'median':
      return `round((percentile_cont(0.5) within group (order by ${operand})${filter})::numeric, 4)`;
    case 'squares':
      return `sum((${operand})::numeric ^ 2)${filter}`;
    default:
      return `${name}(${operand})${filter}`;
  }
}
