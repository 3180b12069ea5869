/** The rows a change is about, locked, with what the actor may do with each. */
import type { Action } from '../../access/role.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import { createBindings, run } from '../../db/bindings.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import { seenValue } from './events-of.ts';

export interface CurrentRow {
  id: string;
  version: number;
  owner: string | null;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Canonical, by place in `model.stored`; null where empty. */
  values: unknown[];
  canRead: boolean;
  isAllowed: boolean;
  /** Fields that may be changed on this record only; others follow the actor's grants. */
  writable: Record<string, boolean>;
}

export interface CurrentInput {
  model: EntityModel;
  ids: readonly string[];
  action: Extract<Action, 'update' | 'delete'>;
  isBin?: boolean;
}

export async function currentRows(
  context: WriteContext,
  input: CurrentInput,
): Promise<Map<string, CurrentRow>> {
  const { model, ids, action, isBin } = input;
  const bindings = createBindings();
  const { actor, access, models } = context;
  const condition = (rule: Parameters<typeof ruleToSql>[0]): string =>
    context.isSystem ? 'true' : ruleToSql(rule, { alias: 't', bindings, actor, shapes: models.shapes });
  const grants = access.grants(actor, model.id);
  const conditional = [...grants.fields].filter(
    ([, { update }]) => update.kind !== 'all' && update.kind !== 'none',
  );
  const columns = model.stored.flatMap((field, index) =>
    field.columns.map(({ name }, part) => `t.${name} as "v${index}_${part}"`),
  );
  const selected = [
    't.id, t.version, t.owner_id, t.created_at, t.created_by, t.updated_at, t.updated_by',
    ...columns,
    `${condition(grants.rules.read)} as "canRead"`,
    `${condition(grants.rules[action])} as "isAllowed"`,
    ...conditional.map(([, { update }], place) => `${condition(update)} as "w${place}"`),
  ];
  // A deletion keeps new references out until it ends; a change leaves them in.
  const lock = action === 'delete' ? 'for update of t' : 'for no key update of t';
  const rows = await run<Record<string, unknown>>(
    context.tx,
    `select ${selected.join(', ')} from ${model.table} t
     where t.id = any(${bindings.bindList(ids, 'uuid')}) and t.deleted_at is ${isBin ? 'not null' : 'null'}
     order by t.id ${lock}`,
    bindings.values,
  );
  const names = conditional.map(([id]) => id);
  return new Map(rows.map((row) => [String(row['id']), currentRow(model, row, names)]));
}

function currentRow(
  model: EntityModel,
  row: Record<string, unknown>,
  conditional: readonly string[],
): CurrentRow {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    owner: row['owner_id'] === null ? null : String(row['owner_id']),
    createdAt: isoOf(row['created_at']),
    createdBy: String(row['created_by']),
    updatedAt: isoOf(row['updated_at']),
    updatedBy: String(row['updated_by']),
    values: model.stored.map((field, index) => {
      const parts = field.columns.map((_, part) => row[`v${index}_${part}`]);
      return parts[0] === null || parts[0] === undefined ? null : field.spec.fromColumns(parts);
    }),
    canRead: row['canRead'] === true,
    isAllowed: row['isAllowed'] === true,
    writable: Object.fromEntries(conditional.map((id, place) => [id, row[`w${place}`] === true])),
  };
}

const isoOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** The record as subscribers get it: canonical values, relations as ids. */
export function recordOf(model: EntityModel, row: CurrentRow): Record<string, unknown> {
  const { id, version, createdAt, createdBy, updatedAt, updatedBy, owner } = row;
  const record: Record<string, unknown> = { id, version, createdAt, createdBy, updatedAt, updatedBy, owner };
  model.stored.forEach((field, index) => {
    record[field.id] = seenValue(field.spec, row.values[index]);
  });
  return record;
}
