import { and, not, or, all, type Rule, type Test } from '../../access/rule/rule.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import { createBindings, run, type Bindings } from '../../db/bindings.ts';
import { newId } from '../../db/new-id.ts';
import { Problem } from '../../errors.ts';
import type { EntityModel } from '../model.ts';
import { isId } from '../field-types/relation.ts';
import type { Change } from '../record-store.ts';
import { checkRelations } from './check-relations.ts';
import { allocateNumbers } from './allocate-numbers.ts';
import { checkFiles } from './check-files.ts';
import { checkRules } from './check-rules.ts';
import { checkUnique, hasUnique } from './check-unique.ts';
import { addExpressionDefaults } from './expression-defaults.ts';
import type { Placed, Results, WriteContext } from './context.ts';
import { createdEvent } from './events-of.ts';
import { prepareValues, type Prepared } from './prepare-values.ts';
import { failed, notAllowed, notValid } from './problems.ts';
import { rowSource, type SourceColumn } from './row-source.ts';
import { searchText } from './search-text.ts';

type Create = Extract<Change, { op: 'create' }>;

interface NewRow {
  place: number;
  id: string;
  hasOwnId: boolean;
  owner: string | null;
  prepared: Prepared;
}

/** Creates all records of one entity in one insert. */
export async function createRows(
  context: WriteContext,
  model: EntityModel,
  changes: readonly Placed<Create>[],
  results: Results,
): Promise<void> {
  const rule = context.access.rule(context.actor, model.id, 'create');
  if (rule.kind === 'none') {
    for (const { place } of changes) results[place] = failed(notAllowed(model.id, 'create'));
    return;
  }
  const rows = prepareRows(context, model, changes);
  const prepared = rows.map((row) => row.prepared);
  await checkRelations(context, model, prepared);
  await checkFiles(context, model, prepared);
  await checkUnique(context, model, rows);
  checkRules(context, model, rows);
  const valid = rows.filter((row) => row.prepared.errors.length === 0);
  for (const row of rows)
    if (row.prepared.errors.length > 0) results[row.place] = notValid(model.id, row.prepared.errors);
  if (valid.length === 0) return;
  await allocateNumbers(context, model, valid);
  const inserted = await insert(context, model, valid, rule);
  for (const row of valid) {
    if (inserted && !inserted.has(row.id)) {
      results[row.place] = failed(notInserted(model, row, rule));
      continue;
    }
    results[row.place] = { ok: true, id: row.id, version: 1 };
    context.events.push(createdEvent(context, model, row));
  }
}

function prepareRows(
  context: WriteContext,
  model: EntityModel,
  changes: readonly Placed<Create>[],
): NewRow[] {
  const grants = context.access.grants(context.actor, model.id);
  const prepareContext = { model, action: 'create' as const, grants, currency: context.currency };
  return changes.map(({ place, change }) => {
    const prepared = prepareValues(change.values, prepareContext);
    addExpressionDefaults(context, prepareContext, prepared);
    if (change.id !== undefined && !isId(change.id)) prepared.errors.push({ pointer: '/id', code: 'not-id' });
    const owner =
      prepared.owner === undefined && model.definition.owner ? context.actor.userId : prepared.owner;
    return {
      place,
      id: change.id?.toLowerCase() ?? newId(),
      hasOwnId: change.id !== undefined,
      owner: owner ?? null,
      prepared,
    };
  });
}

/** The ids that went in; null when nothing can have stopped any. */
async function insert(
  context: WriteContext,
  model: EntityModel,
  rows: readonly NewRow[],
  rule: Rule,
): Promise<Set<string> | null> {
  const bindings = createBindings();
  const columns = sourceColumns(model, rows);
  const source = rowSource(columns, bindings);
  const own = new Map(columns.map(({ name }, place) => [name, source.value(place)]));
  const selected = selectList({ context, model, own, bindings });
  const condition = and([rule, ...fieldConditions(context, model)]);
  const canConflict = rows.some((row) => row.hasOwnId) || hasUnique(model);
  const search = searchText({ models: context.models, model, column: (name) => `t.${name}` });
  const names = [...selected.keys()];
  const isChecked = condition.kind !== 'all';
  const text = `insert into ${model.table} (${names.join(', ')}, search)
    select ${names.map((name) => `t.${name}`).join(', ')}, ${search ?? 'null'}
    from (select ${[...selected].map(([name, sql]) => `${sql} as ${name}`).join(', ')} from ${source.from}) t
    ${isChecked ? `where ${ruleToSql(condition, { alias: 't', bindings, actor: context.actor, shapes: context.models.shapes })}` : ''}
    ${canConflict ? 'on conflict do nothing' : ''} ${canConflict || isChecked ? 'returning id' : ''}`;
  const returned = await run<{ id: string }>(context.tx, text, bindings.values);
  return canConflict || isChecked ? new Set(returned.map(({ id }) => id)) : null;
}

/** Only columns that some row has a value for; the text of the statement depends on which. */
function sourceColumns(model: EntityModel, rows: readonly NewRow[]): SourceColumn[] {
  const columns: SourceColumn[] = [
    { name: 'id', type: 'uuid', values: rows.map(({ id }) => id) },
    { name: 'owner_id', type: 'uuid', values: rows.map(({ owner }) => owner) },
  ];
  model.stored.forEach((field, index) => {
    if (!rows.some((row) => row.prepared.values[index] !== undefined && row.prepared.values[index] !== null))
      return;
    const texts = rows.map((row) => {
      const value = row.prepared.values[index];
      return value === undefined || value === null ? null : field.spec.toColumns(value);
    });
    field.columns.forEach(({ name, type }, part) => {
      columns.push({ name, type, values: texts.map((text) => text?.[part] ?? null) });
    });
  });
  return columns;
}

interface SelectInput {
  context: WriteContext;
  model: EntityModel;
  own: ReadonlyMap<string, string>;
  bindings: Bindings;
}

/** Every column of the table by name, so that rules can ask about any of them. */
function selectList({ context, model, own, bindings }: SelectInput): Map<string, string> {
  const at = bindings.bind(new Date(context.at).toISOString(), 'timestamptz');
  const by = bindings.bind(context.actor.userId ?? context.actor.id, 'text');
  const selected = new Map(
    Object.entries({ version: '1', created_at: at, created_by: by, updated_at: at, updated_by: by }),
  );
  selected.set('deleted_at', 'null::timestamptz');
  for (const [name, sql] of own) selected.set(name, sql);
  for (const { columns } of model.stored)
    for (const { name, type } of columns) if (!selected.has(name)) selected.set(name, `null::${type}`);
  return selected;
}

/** A field that only some records may be given must be empty on the others. */
function fieldConditions(context: WriteContext, model: EntityModel): Rule[] {
  const { fields } = context.access.grants(context.actor, model.id);
  return [...fields]
    .filter(
      ([id, { create }]) => create.kind !== 'all' && create.kind !== 'none' && model.shape.fields.has(id),
    )
    .map(([id, { create }]) => or([not(hasValue(model, id)), create]));
}

const hasValue = (model: EntityModel, id: string): Rule | Test => {
  const field = model.shape.fields.get(id);
  return field ? { kind: 'test', path: [field], operator: 'hasValue', value: null } : all;
};

function notInserted(model: EntityModel, row: NewRow, rule: Rule): Problem {
  const unique = model.stored.find(({ definition }) => definition.unique);
  if (rule.kind !== 'all') return notAllowed(model.id, 'create');
  const together = Object.values(model.definition.uniques ?? {})[0];
  if (together && !unique)
    return new Problem({
      status: 409,
      code: 'not-unique-together',
      params: { fields: together.fields.join(', ') },
    });
  if (row.hasOwnId || !unique)
    return new Problem({ status: 409, code: 'record-exists', params: { id: row.id } });
  return new Problem({ status: 409, code: 'not-unique', params: { field: unique.id } });
}
