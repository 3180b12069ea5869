import type { Actor } from '../../access/index.ts';
import type { Company } from '../../entity/records.ts';
import type {
  AggregateInput,
  AggregateMeasure,
  AggregateRow,
  Filter,
  RecordPage,
  RecordStore,
} from '../../entity/record-store.ts';
import type { Models } from '../../entity/models.ts';
import { invalid } from '../../errors.ts';
import type { ReportDefinition } from '../definition.ts';
import { calculator, isCalculated, isCounted, type Counted, type Values } from './calculate.ts';
import { among, cellFilter, notAmong, type Cell } from './cell-filter.ts';
import { filterOf, isInstant, todayIn, withinDays, type ConditionScope } from './condition-filter.ts';
import { periodBefore } from './period-days.ts';
import { addsUp, totalOf } from './total.ts';

export interface ReportRow {
  /** One per group; references as `{id, title}`. */
  keys: unknown[];
  /** By the ids of the measures; money as a list with one entry per currency. */
  values: Values;
  /** All that is not among the largest; its first key is null. */
  isOthers?: true;
}

export interface ReportResult {
  rows: ReportRow[];
  total: Values;
  /** The same figures in the period before, where it is compared. */
  before?: Values;
  /** There is more than can be shown. */
  isCut: boolean;
}

export interface ReportParts {
  records: Pick<RecordStore, 'aggregate' | 'list'>;
  models: Pick<Models, 'shapes'>;
  clock: { now(): number };
  company: () => Promise<Company>;
}

export interface RunInput {
  actor: Actor;
  definition: ReportDefinition;
  /** Of the dashboard around it. */
  filter?: Filter;
}

const mostGroups = 3;
const mostRows = 2_000;
export const reportLimits = { combinations: 1e9, milliseconds: 20_000 };

/** Answers what the actor may see, and nothing else: every figure is asked of the records through their access. */
export async function runReport(parts: ReportParts, input: RunInput): Promise<ReportResult> {
  const run = await prepare(parts, input);
  const { definition } = input;
  const calculate = calculator(definition.measures, run.moment);
  const { rows, isCut } =
    definition.top && definition.groups.length > 0 ? await topRows(run) : await allRows(run);
  const canAdd = addsUp(run.counted) && !isCut && rows.length > 0;
  const total = canAdd
    ? totalOf(
        run.counted,
        rows.map(({ values }) => values),
      )
    : await run.figures(run.filters);
  const before = await figuresBefore(run);
  for (const values of [...rows.map((row) => row.values), total, ...(before ? [before] : [])])
    calculate(values);
  return { rows: inOrder(rows, definition), total, isCut, ...(before && { before }) };
}

/** The records behind a cell of a report, newest first. */
export async function reportRecords(
  parts: ReportParts,
  { cell, cursor, ...input }: RunInput & { cell: Cell; cursor?: string },
): Promise<RecordPage> {
  const { filters, scope } = await prepare(parts, input);
  const { entity, groups } = input.definition;
  const filter = { and: [...filters, ...cellFilter(groups, cell, scope)] };
  const query = { actor: input.actor, entity, filter, count: 'estimate' as const };
  return parts.records.list({ ...query, ...(cursor && { cursor }) });
}

interface Run {
  definition: ReportDefinition;
  counted: Counted[];
  filters: Filter[];
  scope: ConditionScope;
  moment: { now: number; timeZone: string };
  ask(
    filters: readonly Filter[],
    more: Pick<AggregateInput, 'group' | 'order' | 'limit'>,
  ): Promise<{ rows: ReportRow[]; isCut: boolean }>;
  /** One row, without groups. */
  figures(filters: readonly Filter[]): Promise<Values>;
}

async function prepare(parts: ReportParts, { actor, definition, filter }: RunInput): Promise<Run> {
  const { entity, groups, measures, conditions = [] } = definition;
  if (groups.length > mostGroups)
    throw invalid([
      { pointer: '/definition/groups', code: 'report-groups-many', params: { most: mostGroups } },
    ]);
  const { timeZone } = await parts.company();
  const now = parts.clock.now();
  const me = actor.userId;
  const scope = { entity, shapes: parts.models.shapes, me, today: todayIn(now, timeZone), timeZone };
  const counted = measures.filter(isCounted);
  const ask: Run['ask'] = async (filters, more) => {
    const answer = await parts.records.aggregate({
      ...{ actor, entity, filter: { and: [...filters] }, limits: reportLimits, ...more },
      measures: counted.map((measure) => toAsked(measure, scope)),
    });
    return { rows: answer.rows.map((row) => toRow(row)), isCut: answer.isCut };
  };
  return {
    ...{ definition, counted, scope, ask, moment: { now, timeZone } },
    filters: [...filterOf(conditions, scope), ...(filter ? [filter] : [])],
    figures: async (filters) => (await ask(filters, {})).rows[0]?.values ?? {},
  };
}

function toAsked(
  { id, function: name, field, since, conditions }: Counted,
  scope: ConditionScope,
): AggregateMeasure {
  return {
    ...{ as: id, function: name },
    ...(field && { field }),
    ...(since && { since }),
    ...(conditions?.length && { where: { and: filterOf(conditions, scope) } }),
  };
}

const toRow = ({ group, values }: AggregateRow): ReportRow => ({ keys: Object.values(group), values });

/** The place of the measure that decides; undefined for the groups, and for what is calculated afterwards. */
function orderOf({ definition, counted }: Run): AggregateInput['order'] {
  const { measure, isDescending = false } = definition.sort ?? {};
  const place = counted.findIndex(({ id }) => id === measure);
  return { isDescending, ...(place >= 0 && { measure: place }) };
}

const allRows = (run: Run) =>
  run.ask(run.filters, { group: run.definition.groups, order: orderOf(run), limit: mostRows });

/** The largest of the first group by the measure that it is sorted by, else by the first; the rest in one row. */
async function topRows(run: Run): Promise<{ rows: ReportRow[]; isCut: boolean }> {
  const { definition, filters } = run;
  const [first, ...rest] = definition.groups;
  const { count, others } = definition.top!;
  if (first!.bucket) throw invalid([{ pointer: '/definition/top', code: 'report-top-time' }]);
  const order = { measure: orderOf(run)?.measure ?? 0, isDescending: definition.sort?.isDescending ?? true };
  const largest = await run.ask(filters, { group: [first!], order, limit: count });
  const keys = largest.rows.map(({ keys: [key] }) => plainKey(key));
  const isAlone = rest.length === 0;
  const shown = isAlone
    ? largest
    : await run.ask([...filters, among(first!.field, keys)], {
        group: definition.groups,
        order,
        limit: mostRows,
      });
  const isCut = isAlone ? false : shown.isCut;
  if (!others || !largest.isCut) return { rows: shown.rows, isCut };
  const left = await run.ask([...filters, notAmong(first!.field, keys)], { group: rest, limit: mostRows });
  const more = left.rows.map((row): ReportRow => ({ ...row, keys: [null, ...row.keys], isOthers: true }));
  return { rows: [...shown.rows, ...more], isCut: isCut || left.isCut };
}

function plainKey(key: unknown): Cell['keys'][number] {
  if (typeof key === 'object' && key !== null && 'id' in key) return String(key.id);
  // The cast: groups are texts, numbers, truth values and days.
  return (key ?? null) as Cell['keys'][number];
}

/** What is calculated could not be sorted by PostgreSQL. */
function inOrder(rows: ReportRow[], { sort, measures }: ReportDefinition): ReportRow[] {
  const by = measures.find(({ id }) => id === sort?.measure);
  if (!by || !isCalculated(by)) return rows;
  const value = ({ values, isOthers }: ReportRow): number =>
    isOthers || typeof values[by.id] !== 'number' ? Number.NEGATIVE_INFINITY : Number(values[by.id]);
  const sign = sort?.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === b) return 0;
    if (a === Number.NEGATIVE_INFINITY || b === Number.NEGATIVE_INFINITY)
      return a === Number.NEGATIVE_INFINITY ? 1 : -1;
    return sign * (a - b);
  });
}

/** With the condition "within" moved to the period before. */
async function figuresBefore(run: Run): Promise<Values | undefined> {
  const { conditions = [], compare } = run.definition;
  const at = conditions.findIndex(({ field, operator }) => field === compare && operator === 'within');
  const days = at < 0 ? undefined : periodBefore(String(conditions[at]!.value), run.scope.today);
  if (!days) return undefined;
  const moved = { [compare!]: withinDays(days, isInstant(compare!, run.scope), run.scope.timeZone) };
  return run.figures(run.filters.with(at, moved));
}
