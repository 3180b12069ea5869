/** A change in words before it is done: steps, rows, how long, what records it meets, and what uses what goes. */
import type { Sql } from '../../db/connect.ts';
import type { EntityDefinition } from '../definition.ts';
import { isRelation } from '../field-types/is-relation.ts';
import { bareTable } from '../names.ts';
import { planSchema } from '../schema/apply.ts';
import type { Step } from '../schema/plan.ts';
import type { Use, Uses } from '../uses/index.ts';
import { dataSteps } from './data-steps.ts';
import { notesOf, type Note } from './notes/notes-of.ts';
import type { PreparedChange } from './prepare-change.ts';

export interface PlannedStep {
  kind: string;
  params: Record<string, string>;
  /** Roughly, on an ordinary server. */
  seconds: number;
  /** It cannot be done: data would be lost. */
  isBreaking: boolean;
}

export interface ChangePlan {
  entity: string;
  definition: EntityDefinition | null;
  /** Records there are, roughly from 10,000 on. */
  rows: number;
  steps: PlannedStep[];
  notes: Note[];
  /** What uses fields and options that go or become something else. */
  uses: Use[];
}

interface DescribeInput {
  sql: Sql;
  uses: Uses | undefined;
}

export async function describeChange(
  { sql, uses }: DescribeInput,
  prepared: PreparedChange,
): Promise<ChangePlan> {
  const { entity, target, current } = prepared;
  const rows = current ? await countRows(sql, entity) : 0;
  const [plan] = target.definition ? await planSchema(sql, [target.definition]) : [];
  const table = (plan?.steps ?? []).filter(({ kind }) => kind !== 'keep-column');
  const data = dataSteps(prepared).map(({ kind, params }) => ({ kind, params, sql: [], inverse: [] }));
  return {
    entity,
    definition: target.definition,
    rows,
    steps: [...table, ...data].map((step) => plannedStep(step, rows)),
    notes: current ? await notesOf({ sql, prepared, current, rows, steps: table }) : [],
    uses: uses && current ? affected(await uses.of(), prepared, current) : [],
  };
}

const plannedStep = (
  { kind, params, isBreaking }: Pick<Step, 'params' | 'isBreaking'> & { kind: string },
  rows: number,
): PlannedStep => ({
  kind,
  params,
  seconds: secondsOf(kind, rows),
  isBreaking: isBreaking ?? false,
});

/** Rows per second, measured on two cores with two million rows; steps that are not here take no time. */
const speeds: Readonly<Record<string, number>> = {
  'create-index': 400_000,
  'add-reference': 1_000_000,
  'convert-column': 45_000,
  'fill-numbers': 45_000,
  'fill-formula': 25_000,
  'replace-option': 4_000,
};

const secondsOf = (kind: string, rows: number): number => {
  const speed = speeds[kind];
  return speed === undefined ? 0 : Math.round((rows / speed) * 10) / 10;
};

/** Exact while that is cheap. */
async function countRows(sql: Sql, entity: string): Promise<number> {
  const table = bareTable(entity);
  const [estimate] = await sql<{ rows: number }[]>`
    select c.reltuples::bigint as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relname = ${table}`;
  if (!estimate || estimate.rows > 10_000) return estimate?.rows ?? 0;
  const [exact] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(`data.${table}`)}`;
  return exact!.rows;
}

/** Uses of what goes, is hidden or gets another type, but not those that go with it. */
function affected(all: readonly Use[], { target }: PreparedChange, current: EntityDefinition): Use[] {
  const next = target.definition;
  const own = (use: Use): boolean => use.kind === 'relation' && use.id.startsWith(`${current.id}.`);
  if (!next) return all.filter((use) => use.entity === current.id && !isWithin(use, current.id) && !own(use));
  const touched = new Set(
    Object.entries(current.fields)
      .filter(([id, field]) => {
        const after = next.fields[id];
        return !after || after.type !== field.type || (after.isHidden && !field.isHidden);
      })
      .map(([id]) => id),
  );
  const stays = (use: Use): boolean =>
    (sameForBoth.has(use.kind) ||
      ((alikeAtTheEnd.has(use.kind) || use.isAlikeForMany === true) && !use.isPassed)) &&
    isRelation(current.fields[use.field!]!) &&
    isRelation(next.fields[use.field!]!);
  return all
    .filter((use) => use.entity === current.id && use.field !== undefined && touched.has(use.field))
    .map((use) => (next.fields[use.field!] && stays(use) ? { ...use, isBroken: false } : use));
}

/** They ask of a relation to one what they ask of one to many: filters hold for any of its records. */
const sameForBoth = new Set(['rollup', 'search', 'segment', 'role', 'import', 'report']);
/** They show the records of a list, but not what is behind them. */
const alikeAtTheEnd = new Set(['view']);

/** What an entity uses of itself goes with it. */
const isWithin = (use: Use, entity: string): boolean =>
  ['title', 'search', 'index', 'formula', 'default', 'rule', 'unique'].includes(use.kind) &&
  (use.id === entity || use.id.startsWith(`${entity}.`));
