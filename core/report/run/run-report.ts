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
import { besideParts, merge, onlyOf, type BesidePart, type Only } from './beside.ts';
import {
  calculator,
  isCalculated,
  isCounted,
  numberOf,
  type Counted,
  type Moment,
  type Values,
} from './calculate.ts';
import { cellFilter, leadsToMany, type Cell } from './cell-filter.ts';
import { filterOf, isInstant, todayIn, withinDays, type ConditionScope } from './condition-filter.ts';
import { periodBefore } from './period-days.ts';
import { plainKey } from './plain-key.ts';
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
  /** Fields that are grouped by and of which a record may have several: it counts in each of their groups, and once in the total. */
  several: string[];
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
  /** The same of what stands beside, by entity. */
  besideFilters?: Record<string, Filter>;
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
  const fields = definition.groups.map(({ field }) => field);
  const several = fields.filter((field) => leadsToMany(field, run.scope));
  const canAdd = several.length === 0 && addsUp(run.counted) && !isCut && rows.length > 0;
  const total = canAdd
    ? totalOf(
        run.counted,
        rows.map(({ values }) => values),
      )
    : await figures(run, run.filters);
  const before = await figuresBefore(run);
  for (const values of [...rows.map((row) => row.values), total, ...(before ? [before] : [])])
    calculate(values);
  return { rows: inOrder(rows, definition), total, isCut, several, ...(before && { before }) };
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
  moment: Moment;
  beside: readonly BesidePart[];
  /** Of one entity: of the report's own when no part is named. */
  ask(question: Question, part?: BesidePart): Promise<Answer>;
}

interface Question extends Pick<AggregateInput, 'order' | 'limit'> {
  /** Places among the report's groups. */
  at: readonly number[];
  /** Of the report's own entity, where others than the report's are meant. */
  filters?: readonly Filter[];
  only?: Only;
}

interface Answer {
  rows: ReportRow[];
  isCut: boolean;
}

async function prepare(parts: ReportParts, input: RunInput): Promise<Run> {
  const { actor, definition, filter } = input;
  const { entity, groups, measures, conditions = [] } = definition;
  if (groups.length > mostGroups)
    throw invalid([
      { pointer: '/definition/groups', code: 'report-groups-many', params: { most: mostGroups } },
    ]);
  const { timeZone, currency } = await parts.company();
  const now = parts.clock.now();
  const me = actor.userId;
  const scope = { entity, shapes: parts.models.shapes, me, today: todayIn(now, timeZone), timeZone };
  const counted = measures.filter(isCounted);
  const beside = besideParts(input, scope);
  const own = [...filterOf(conditions, scope), ...(filter ? [filter] : [])];
  const ask: Run['ask'] = async ({ at, filters = own, only, order, limit }, part) => {
    const fields = part ? part.groups : groups;
    const asked = counted.filter((measure) => (measure.of ?? entity) === (part?.entity ?? entity));
    const answer = await parts.records.aggregate({
      ...{ actor, entity: part?.entity ?? entity, limits: reportLimits, ...(limit && { limit }) },
      filter: { and: [...(part ? part.filters : filters), ...onlyOf(fields[0], only, part?.scope ?? scope)] },
      ...(at.length > 0 && { group: at.map((place) => fields[place]!), ...(order && { order }) }),
      // Rows are counted where no figure is of their own entity.
      measures:
        asked.length > 0 ? asked.map((one) => toAsked(one, part?.scope ?? scope)) : [{ function: 'count' }],
    });
    return { rows: answer.rows.map((row) => toRow(row)), isCut: answer.isCut };
  };
  return {
    ...{ definition, counted, scope, ask, beside, filters: own },
    moment: { now, timeZone, currency },
  };
}

/** The report's own rows, and in them the figures of what stands beside; rows of those alone come to them. */
async function askAll(run: Run, question: Question): Promise<Answer> {
  const { order: _own, filters: _moved, ...same } = question;
  const [first, ...more] = await Promise.all([
    run.ask(question),
    ...run.beside.map((part) => run.ask(same, part)),
  ]);
  if (more.length === 0) return first;
  const rows = merge(
    first.rows,
    more.map(({ rows: all }) => all),
    run,
  );
  return { rows, isCut: first.isCut || more.some(({ isCut }) => isCut) };
}

/** One row, without groups. */
const figures = async (run: Run, filters: readonly Filter[]): Promise<Values> =>
  (await askAll(run, { at: [], filters })).rows[0]?.values ?? {};

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

const allRows = (run: Run): Promise<Answer> =>
  askAll(run, { at: [...run.definition.groups.keys()], order: orderOf(run), limit: mostRows });

/** The largest of the first group by the measure that it is sorted by, else by the first; the rest in one row. */
async function topRows(run: Run): Promise<{ rows: ReportRow[]; isCut: boolean }> {
  const { definition, beside } = run;
  const [first, ...rest] = definition.groups.keys();
  const { count, others } = definition.top!;
  if (definition.groups[0]!.bucket) throw invalid([{ pointer: '/definition/top', code: 'report-top-time' }]);
  const order = { measure: orderOf(run)?.measure ?? 0, isDescending: definition.sort?.isDescending ?? true };
  const largest = await run.ask({ at: [first!], order, limit: count });
  const keys = largest.rows.map(({ keys: [key] }) => plainKey(key));
  const isAlone = rest.length === 0;
  const shown =
    isAlone && beside.length === 0
      ? largest
      : await askAll(run, { at: [first!, ...rest], only: { keys }, order, limit: mostRows });
  const isCut = isAlone ? false : shown.isCut;
  // A record that stands in one of these groups may stand in others too.
  const own = shown.rows.filter((row) => keys.includes(plainKey(row.keys[0])));
  if (!others || !largest.isCut) return { rows: own, isCut };
  const left = await askAll(run, { at: rest, only: { keys, isNot: true }, limit: mostRows });
  const more = left.rows.map((row): ReportRow => ({ ...row, keys: [null, ...row.keys], isOthers: true }));
  return { rows: [...own, ...more], isCut: isCut || left.isCut };
}

/** What is calculated could not be sorted by PostgreSQL. */
function inOrder(rows: ReportRow[], { sort, measures }: ReportDefinition): ReportRow[] {
  const by = measures.find(({ id }) => id === sort?.measure);
  if (!by || !isCalculated(by)) return rows;
  const value = ({ values, isOthers }: ReportRow): number =>
    (isOthers ? undefined : numberIn(values[by.id])) ?? Number.NEGATIVE_INFINITY;
  const sign = sort?.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === b) return 0;
    if (a === Number.NEGATIVE_INFINITY || b === Number.NEGATIVE_INFINITY)
      return a === Number.NEGATIVE_INFINITY ? 1 : -1;
    return sign * (a - b);
  });
}

/** Of texts there is no order but the groups'. */
function numberIn(value: unknown): number | undefined {
  const number = numberOf(value);
  return typeof number === 'number' ? number : undefined;
}

/** With the condition "within" moved to the period before. */
async function figuresBefore(run: Run): Promise<Values | undefined> {
  const { conditions = [], compare } = run.definition;
  const at = conditions.findIndex(({ field, operator }) => field === compare && operator === 'within');
  const days = at < 0 ? undefined : periodBefore(String(conditions[at]!.value), run.scope.today);
  if (!days) return undefined;
  const moved = { [compare!]: withinDays(days, isInstant(compare!, run.scope), run.scope.timeZone) };
  return figures(run, run.filters.with(at, moved));
}
