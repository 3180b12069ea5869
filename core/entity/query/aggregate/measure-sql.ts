import { invalid } from '../../../errors.ts';
import type { AggregateInput, MeasureFunction } from '../../record-store.ts';
import type { EntityModel } from '../../model.ts';
import { guardedPath, type Asking } from '../guard.ts';

export interface Measure {
  /** `sum.amount` */
  name: string;
  function: MeasureFunction;
  /** As it is ordered by. */
  value: string;
  /** As it is read. */
  sql: string;
  /** Quoted currency column, for money. */
  currency: string | undefined;
}

const counting: readonly MeasureFunction[] = ['count', 'distinct'];

export function measuresOf(asking: Asking, input: AggregateInput, model: EntityModel): Measure[] {
  return input.measures.map((measure, index) => {
    const pointer = `/measures/${index}`;
    const { function: name, field: path } = measure;
    if (path === undefined) {
      if (name !== 'count') throw invalid([{ pointer, code: 'measure-field-missing' }]);
      return { name: 'count', function: name, value: 'count(*)', sql: 'count(*)', currency: undefined };
    }
    const [field, ...more] = guardedPath(asking, path, `${pointer}/field`);
    const isOrdered = field!.kind === 'date' || field!.kind === 'instant';
    const canMeasure = counting.includes(name)
      ? field!.kind !== 'opaque' && field!.kind !== 'blind'
      : field!.kind === 'number' || (isOrdered && (name === 'min' || name === 'max'));
    if (more.length > 0 || !canMeasure)
      throw invalid([{ pointer, code: 'field-not-measurable', params: { field: path.slice(0, 80) } }]);
    const stored = model.stored[model.indexOf.get(field!.id) ?? -1];
    const isMoney = stored?.definition.type === 'money' && !counting.includes(name);
    const value = valueSql(name, field!.sql('t'));
    return {
      ...{ name: `${name}.${path}`, function: name, value },
      sql: counting.includes(name) ? value : `${value}::text`,
      currency: isMoney ? `t.${stored.columns[1]!.name}` : undefined,
    };
  });
}

/** Means to four places, as money has. */
function valueSql(name: MeasureFunction, value: string): string {
  switch (name) {
    case 'distinct':
      return `count(distinct ${value})`;
    case 'average':
      return `round(avg(${value}), 4)`;
    case 'median':
      return `round((percentile_cont(0.5) within group (order by ${value}))::numeric, 4)`;
    default:
      return `${name}(${value})`;
  }
}
