/** Whoever writes a list of records leaves in it those that they may not see: they cannot have meant them. */
import { createBindings, run } from '../../db/bindings.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import { relationManyType } from '../field-types/relation-many.ts';
import type { EntityModel, StoredField } from '../model.ts';
import type { WriteContext } from './context.ts';
import { isSame } from './is-same.ts';
import type { Prepared } from './prepare-values.ts';

interface Written {
  prepared: Prepared;
  current: { values: readonly unknown[] };
  /** Places of the fields that change. */
  changed: Set<number>;
}

export async function keepUnseen(
  context: WriteContext,
  model: EntityModel,
  rows: readonly Written[],
): Promise<void> {
  if (context.isSystem) return;
  for (const [index, field] of model.stored.entries()) {
    if (field.definition.type !== 'relationMany') continue;
    const own = rows.filter(({ changed }) => changed.has(index));
    const gone = [...new Set(own.flatMap((row) => goneFrom(row, index)))];
    const unseen = await unseenOf(context, field, gone);
    if (unseen.size > 0) for (const row of own) putBack(row, { index, field, unseen });
  }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function goneFrom({ current, prepared }: Written, index: number): string[] {
  const kept = new Set(listOf(prepared.values[index]));
  return listOf(current.values[index]).filter((id) => !kept.has(id));
}

/** Living records that the actor may not see; what is in the bin is of no use to anybody. */
async function unseenOf(
  { tx, actor, access, models }: WriteContext,
  { definition }: StoredField,
  ids: readonly string[],
): Promise<Set<string>> {
  const rule = access.rule(actor, definition.entity!, 'read');
  if (ids.length === 0 || rule.kind === 'all') return new Set();
  const bindings = createBindings();
  const readable = ruleToSql(rule, { alias: 't', bindings, actor, shapes: models.shapes });
  const rows = await run<{ id: string }>(
    tx,
    `select t.id from ${models.get(definition.entity!).table} t
     where t.id = any(${bindings.bindList(ids, 'uuid')}) and t.deleted_at is null and (${readable}) is not true`,
    bindings.values,
  );
  return new Set(rows.map(({ id }) => id));
}

interface PutBack {
  index: number;
  field: StoredField;
  unseen: ReadonlySet<string>;
}

function putBack(row: Written, { index, field, unseen }: PutBack): void {
  const back = goneFrom(row, index).filter((id) => unseen.has(id));
  if (back.length === 0) return;
  const whole = relationManyType.parse([...listOf(row.prepared.values[index]), ...back], field.definition, {
    currency: '',
  });
  if (!whole.ok) {
    row.prepared.errors.push({
      pointer: `/${field.id}`,
      code: whole.code,
      params: { field: field.id, ...whole.params },
    });
    return;
  }
  const isAsBefore = isSame(whole.value, row.current.values[index]);
  row.prepared.values[index] = isAsBefore ? undefined : whole.value;
  if (isAsBefore) row.changed.delete(index);
}
