import type { Sql } from '../../db/connect.ts';
import type { ChangeDetail } from './change-row.ts';
import type { DefinitionOperation } from './operation.ts';

export interface Meanwhile {
  /** Actor id. */
  by: string;
  /** Null where it is about the entity itself. */
  field: string | null;
}

/**
 * What others changed of the same fields since the change that is known to whoever asks (null: none), the last of each:
 * two administrators with one field open would not hear of each other otherwise.
 */
export async function changedMeanwhile(
  sql: Sql,
  asked: { entity: string; operations: readonly DefinitionOperation[]; since: string | null; actor: string },
): Promise<Meanwhile[]> {
  const touched = new Set(asked.operations.map(touches));
  const rows = await sql<{ by: string; operations: ChangeDetail[] }[]>`
    select created_by as by, operations from core.entity_change
    where entity = ${asked.entity} and state <> 'failed' and created_by <> ${asked.actor}
      and id > ${asked.since ?? '00000000-0000-0000-0000-000000000000'} order by id`;
  const last = new Map<string, Meanwhile>();
  for (const { by, operations } of rows)
    for (const operation of operations) {
      const key = touches(operation);
      if (touched.has(key)) last.set(key, { by, field: fieldOf(operation) });
    }
  return [...last.values()];
}

const fieldOf = (operation: ChangeDetail): string | null => {
  if (operation.op === 'replaceOption') return operation.field;
  return 'id' in operation && operation.op.endsWith('Field') ? operation.id : null;
};

/** Where an option goes and where a field stands is nobody's loss; all else of a field, of a rule and of the entity is. */
const touches = (operation: ChangeDetail): string => {
  if (operation.op === 'moveField') return `${operation.op} ${operation.id}`;
  const field = fieldOf(operation);
  if (field !== null) return `field ${field}`;
  return 'id' in operation ? `${operation.op} ${operation.id}` : operation.op;
};

/** The newest change of an entity, for `since`. */
export async function lastChange(sql: Sql, entity: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from core.entity_change where entity = ${entity} and state <> 'failed' order by id desc limit 1`;
  return row?.id ?? null;
}
