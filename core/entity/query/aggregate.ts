/** Groups and measures over what the actor may see. Money is never added across currencies: it answers a list. */
import { createBindings, type Bindings } from '../../db/bindings.ts';
import type { Db } from '../../db/connect.ts';
import { invalid } from '../../errors.ts';
import type { FieldShape } from '../../access/shape.ts';
import type { AggregateInput, AggregateRow } from '../record-store.ts';
import { moneyOf } from '../field-types/money.ts';
import type { EntityModel } from '../model.ts';
import type { QueryContext } from './context.ts';
import { groupTitles } from './group-titles.ts';
import { guardedPath, type Asking } from './guard.ts';
import { runRows } from './rows.ts';
import { whereOf } from './where.ts';

const mostGroups = 5_000;
const mostFields = 6;

interface Group {
  name: string;
  field: FieldShape;
  sql: string;
}

interface Measure {
  /** `sum.amount` */
  name: string;
  function: AggregateInput['measures'][number]['function'];
  sql: string;
  /** Quoted currency column, for money. */
  currency: string | undefined;
}

export async function aggregateRecords(
  context: QueryContext,
  input: AggregateInput & { timeZone: string },
  db: Db,
): Promise<{ rows: AggregateRow[] }> {
  const asking: Asking = { context, actor: input.actor, entity: input.entity };
  const model = context.models.get(input.entity);
  const bindings = createBindings();
  const groups = groupsOf(asking, input, bindings);
  const measures = measuresOf(asking, input, model);
  const where = whereOf({ asking, filter: input.filter, search: input.search, bindings });
  const conditions = [...where.conditions];
  if (where.branches.length > 0) conditions.push(`(${where.branches.join(' or ')})`);
  const currencies = [...new Set(measures.flatMap(({ currency }) => currency ?? []))];
  const keys = [...groups.map(({ sql }) => sql), ...currencies];
  const columns = [...keys, ...measures.map(({ sql }) => sql), 'count(*)'];
  const by =
    keys.length === 0
      ? ''
      : `group by ${keys.map((_, index) => index + 1).join(', ')} order by 1 limit ${mostGroups}`;
  const rows = await runRows(
    db,
    `select ${columns.join(', ')} from ${model.table} t where ${conditions.join(' and ')} ${by}`,
    bindings.values,
  );
  const answer = combine(rows, { groups, measures, currencies });
  await groupTitles({ asking, groups, rows: answer, db });
  return { rows: answer };
}

function groupsOf(asking: Asking, input: AggregateInput & { timeZone: string }, bindings: Bindings): Group[] {
  return (input.group ?? []).slice(0, mostFields).map(({ field: name, bucket }, index) => {
    const path = guardedPath(asking, name, `/group/${index}/field`);
    const field = path[0]!;
    const isTime = field.kind === 'date' || field.kind === 'instant';
    if (path.length > 1 || field.kind === 'opaque' || field.kind === 'blind' || (bucket && !isTime))
      throw invalid([
        { pointer: `/group/${index}`, code: 'field-not-groupable', params: { field: name.slice(0, 80) } },
      ]);
    return {
      name,
      field,
      sql: bucket ? bucketSql(field, { bucket, timeZone: input.timeZone, bindings }) : field.sql('t'),
    };
  });
}

/** The first day of the bucket, in the company's time zone. */
function bucketSql(
  field: FieldShape,
  { bucket, timeZone, bindings }: { bucket: string; timeZone: string; bindings: Bindings },
): string {
  const local =
    field.kind === 'date'
      ? `${field.sql('t')}::timestamp`
      : `${field.sql('t')} at time zone ${bindings.bind(timeZone, 'text')}`;
  return `date_trunc('${bucket}', ${local})::date`;
}

const sqlNames = { sum: 'sum', min: 'min', max: 'max', average: 'sum' } as const;

function measuresOf(asking: Asking, input: AggregateInput, model: EntityModel): Measure[] {
  return input.measures.map((measure, index) => {
    const pointer = `/measures/${index}`;
    if (measure.field === undefined) {
      if (measure.function !== 'count') throw invalid([{ pointer, code: 'measure-field-missing' }]);
      return { name: 'count', function: 'count', sql: 'count(*)', currency: undefined };
    }
    const path = guardedPath(asking, measure.field, `${pointer}/field`);
    const field = path[0]!;
    const isOrdered = field.kind === 'date' || field.kind === 'instant';
    const canMeasure =
      measure.function === 'count' ||
      field.kind === 'number' ||
      (isOrdered && (measure.function === 'min' || measure.function === 'max'));
    if (path.length > 1 || !canMeasure)
      throw invalid([{ pointer, code: 'field-not-measurable', params: { field: field.id } }]);
    const stored = model.stored[model.indexOf.get(field.id) ?? -1];
    const isMoney = stored?.definition.type === 'money' && measure.function !== 'count';
    const value = field.sql('t');
    const sql =
      measure.function === 'count'
        ? `count(${value})`
        : measure.function === 'average'
          ? `sum(${value}) || '/' || count(${value})`
          : `${sqlNames[measure.function]}(${value})::text`;
    return {
      name: `${measure.function}.${measure.field}`,
      function: measure.function,
      sql,
      currency: isMoney ? `t.${stored.columns[1]!.name}` : undefined,
    };
  });
}

interface Layout {
  groups: readonly Group[];
  measures: readonly Measure[];
  currencies: readonly string[];
}

/** One row per group: those of its currencies are put together. */
function combine(rows: readonly unknown[][], layout: Layout): AggregateRow[] {
  const { groups, measures, currencies } = layout;
  const combined = new Map<string, AggregateRow>();
  for (const row of rows) {
    const keys = row.slice(0, groups.length).map(shown);
    const id = JSON.stringify(keys);
    const found = combined.get(id) ?? {
      group: Object.fromEntries(groups.map(({ name }, index) => [name, keys[index]])),
      values: {},
    };
    combined.set(id, found);
    measures.forEach((measure, index) => {
      const currency = measure.currency
        ? row[groups.length + currencies.indexOf(measure.currency)]
        : undefined;
      add(found.values, measure, { value: row[groups.length + currencies.length + index], currency });
    });
  }
  return [...combined.values()];
}

const shown = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

function add(
  values: Record<string, unknown>,
  measure: Measure,
  { value, currency }: { value: unknown; currency: unknown },
): void {
  if (measure.function === 'count') {
    values[measure.name] = Number(values[measure.name] ?? 0) + Number(value);
    return;
  }
  const one = measure.function === 'average' ? average(value) : value;
  if (!measure.currency) {
    values[measure.name] = one === null || one === undefined ? null : numberOrText(one);
    return;
  }
  // A list from the first row of the group on.
  const list = (values[measure.name] ??= []) as { amount: string; currency: string }[];
  if (one === null || one === undefined || typeof currency !== 'string') return;
  const same = list.find((entry) => entry.currency === currency);
  if (!same) list.push(moneyOf(String(one), currency));
}

function average(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const [sum, count] = value.split('/').map(Number);
  return count ? (sum! / count).toFixed(4) : null;
}

const numberOrText = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : shown(value);
