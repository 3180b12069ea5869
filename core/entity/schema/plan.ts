/** The difference between a definition and the database, as steps that each may be run again. */
import type { EntityDefinition } from '../definition.ts';
import { isFormulaIndex } from '../formula/formula-sql.ts';
import { quoted, tableOf } from '../names.ts';
import type { ActualTable } from './catalog.ts';
import { conversionOf } from './conversion.ts';
import { conversionStep, nextUniqueStep } from './convert-steps.ts';
import {
  desiredTable,
  isOwnUnique,
  type DesiredColumn,
  type DesiredIndex,
  type DesiredSequence,
  type DesiredTable,
} from './desired.ts';

export type StepKind =
  | 'create-table'
  | 'rename-column'
  | 'add-column'
  | 'keep-column'
  | 'create-index'
  | 'drop-index'
  | 'drop-unique'
  | 'add-reference'
  | 'create-sequence'
  | 'convert-column'
  | 'change-type';

export interface Step {
  kind: StepKind;
  /** For the sentence `plan.<kind>`. */
  params: Record<string, string>;
  /** Each runs in a transaction of its own; concurrent ones outside of any. */
  sql: readonly string[];
  inverse: readonly string[];
  /** Run again and again with the last id of the part before, until it answers no more rows. */
  batch?: string;
  /** How many values stand in the way, and some of them. */
  fits?: string;
  /** They are lists of which only one could stay; the samples are then the records. */
  isOneOfMany?: boolean;
  /** Runs in the one transaction that makes the new definition the one that counts. */
  switch?: readonly string[];
  /** Cannot be done without losing or changing data: the plan is refused. */
  isBreaking?: boolean;
}

export interface EntityPlan {
  entity: string;
  steps: Step[];
}

export function planEntity(definition: EntityDefinition, actual: ActualTable | undefined): EntityPlan {
  const desired = desiredTable(definition);
  const steps = actual ? alteration(desired, actual) : creation(desired);
  return { entity: definition.id, steps };
}

function creation(desired: DesiredTable): Step[] {
  const { entity, columns, indexes } = desired;
  const own = columns.map((column) => `${quoted(column.name)} ${column.type}${constraintOf(column)}`);
  return [
    {
      kind: 'create-table',
      params: { entity, columns: String(columns.length) },
      sql: [
        `create table if not exists ${tableOf(entity)} (${own.join(', ')})`,
        ...indexes.map((index) => indexSql(desired, index, false)),
      ],
      inverse: [`drop table if exists ${tableOf(entity)}`],
    },
    ...desired.sequences.map((sequence) => sequenceStep(desired, sequence)),
    ...columns.filter(({ references }) => references).map((column) => reference(desired, column)),
  ];
}

const constraintOf = ({ name }: DesiredColumn): string => {
  if (name === 'id') return ' primary key';
  const required = ['version', 'created_at', 'created_by', 'updated_at', 'updated_by'];
  return required.includes(name) ? ' not null' : '';
};

function alteration(desired: DesiredTable, actual: ActualTable): Step[] {
  const { entity } = desired;
  const steps: Step[] = [];
  const kept = new Set(actual.columns.keys());
  /** Fields by the names of columns that are converted. */
  const converted = new Map<string, string>();
  /** Whose indexes are made when the converted column has its place. */
  const later = new Set<string>();
  for (const column of desired.columns) {
    const type = actual.columns.get(column.name);
    const held = type === undefined && heldBefore(desired, column, actual);
    if (type !== undefined) {
      kept.delete(column.name);
      if (type !== column.type) {
        if (column.field) converted.set(column.name, column.field);
        steps.push(conversionStep(desired, column, { name: column.name, type }));
      }
    } else if (held) {
      kept.delete(held.name);
      converted.set(column.name, column.field!);
      later.add(column.field!);
      steps.push(conversionStep(desired, column, held));
      continue;
    } else if (column.was && actual.columns.has(column.was)) {
      kept.delete(column.was);
      steps.push(rename(desired, column, column.was));
    } else steps.push(addition(desired, column));
    const isChecked =
      actual.foreignKeys.get(column.was ?? column.name) ?? actual.foreignKeys.get(column.name);
    if (column.references && !isChecked) steps.push(reference(desired, column));
  }
  for (const sequence of desired.sequences)
    if (!actual.sequences.has(sequence.name)) steps.push(sequenceStep(desired, sequence));
  for (const name of kept)
    steps.push({ kind: 'keep-column', params: { entity, column: name }, sql: [], inverse: [] });
  const isConverted = new Set(converted.values());
  for (const index of desired.indexes)
    if (index.isUnique && index.fields.some((field) => isConverted.has(field)))
      steps.push(nextUniqueStep(desired, index, converted.keys()));
    else if (actual.indexes.get(index.name) !== true && !index.fields.some((field) => later.has(field)))
      steps.push(indexStep(desired, index));
  const wanted = new Set(desired.indexes.map(({ name }) => name));
  for (const name of actual.indexes.keys())
    if (isFormulaIndex(name) && !wanted.has(name)) steps.push(dropStep(desired, name));
  for (const name of actual.uniques)
    if (isOwnUnique(name) && !wanted.has(name)) steps.push(releaseStep(desired, name));
  return steps;
}

/** The column under its earlier name, unless that is another field's now. */
function heldBefore(
  { columns }: DesiredTable,
  { heldBefore: name, type, references }: DesiredColumn,
  actual: ActualTable,
): { name: string; type: string } | undefined {
  const held = name === undefined ? undefined : actual.columns.get(name);
  if (!held || columns.some((column) => column.name === name)) return undefined;
  return conversionOf({ from: held, to: type, references }) && { name: name!, type: held };
}

const addition = ({ entity }: DesiredTable, column: DesiredColumn): Step => ({
  kind: 'add-column',
  params: { entity, column: column.name, field: column.field ?? column.name, type: column.type },
  // A default that comes with the column costs nothing, however many rows there are; new rows get theirs by the store.
  sql: [
    `alter table ${tableOf(entity)} add column if not exists ${quoted(column.name)} ${column.type}` +
      (column.initial === undefined
        ? ''
        : ` default ${literal(column.initial)}::${column.type};
      alter table ${tableOf(entity)} alter column ${quoted(column.name)} drop default`),
  ],
  inverse: [`alter table ${tableOf(entity)} drop column if exists ${quoted(column.name)}`],
});

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const rename = ({ entity }: DesiredTable, column: DesiredColumn, was: string): Step => ({
  kind: 'rename-column',
  params: { entity, column: column.name, was },
  sql: [`alter table ${tableOf(entity)} rename column ${quoted(was)} to ${quoted(column.name)}`],
  inverse: [`alter table ${tableOf(entity)} rename column ${quoted(column.name)} to ${quoted(was)}`],
});

function reference({ entity, table }: DesiredTable, column: DesiredColumn): Step {
  const name = quoted(`${table}_${column.name}_reference`.slice(0, 63));
  const alter = `alter table ${tableOf(entity)}`;
  return {
    kind: 'add-reference',
    params: { entity, field: column.field ?? 'owner', target: column.references! },
    // Not valid first: the long check of existing rows then takes no lock that stops writers.
    sql: [
      `${alter} add constraint ${name} foreign key (${quoted(column.name)}) references ${tableOf(column.references!)} (id) not valid`,
      `${alter} validate constraint ${name}`,
    ],
    inverse: [`${alter} drop constraint if exists ${name}`],
  };
}

const sequenceStep = ({ entity }: DesiredTable, { name, start, field }: DesiredSequence): Step => ({
  kind: 'create-sequence',
  params: { entity, field, start: String(start) },
  sql: [`create sequence if not exists data.${quoted(name)} start ${start}`],
  inverse: [`drop sequence if exists data.${quoted(name)}`],
});

const indexStep = (desired: DesiredTable, index: DesiredIndex): Step => ({
  kind: 'create-index',
  params: { entity: desired.entity, fields: index.fields.join(', '), isUnique: String(index.isUnique) },
  sql: [
    // An index whose building was interrupted is there, but not valid.
    `drop index concurrently if exists data.${quoted(index.name)}`,
    indexSql(desired, index, true),
  ],
  inverse: [`drop index concurrently if exists data.${quoted(index.name)}`],
});

/** Of a formula that is another now: the way back is that formula, which brings its own. */
const dropStep = ({ entity }: DesiredTable, name: string): Step => ({
  kind: 'drop-index',
  params: { entity },
  sql: [`drop index concurrently if exists data.${quoted(name)}`],
  inverse: [],
});

/** A rule that is gone must not go on refusing; it holds until the definition without it counts. */
const releaseStep = ({ entity }: DesiredTable, name: string): Step => ({
  kind: 'drop-unique',
  params: { entity },
  sql: [],
  switch: [`drop index if exists data.${quoted(name)}`],
  inverse: [],
});

export const indexSql = ({ entity }: DesiredTable, index: DesiredIndex, isConcurrent: boolean): string =>
  `create ${index.isUnique ? 'unique ' : ''}index ${isConcurrent ? 'concurrently ' : ''}if not exists ${quoted(index.name)} on ${tableOf(entity)} ${index.body}`;
