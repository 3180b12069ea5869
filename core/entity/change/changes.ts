/** Begins changes, and brings those to their end that a lost process left behind. */
import type { Sql } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { notFound, Problem } from '../../errors.ts';
import type { EntityDefinition } from '../definition.ts';
import type { EntityCatalogue } from '../models.ts';
import { insertChange, readChange, readRunning, type ChangeRow } from './change-row.ts';
import type { DataServices } from './data-steps.ts';
import { lockChange } from './lock-change.ts';
import type { PreparedChange } from './prepare-change.ts';
import { runChange } from './run-change.ts';

export interface ChangesInput {
  sql: Sql;
  records: DataServices | undefined;
  registry: EntityCatalogue;
  declared: ReadonlyMap<string, EntityDefinition>;
  /** Reads the definitions that count again. */
  reload(): Promise<void>;
}

export interface Begun {
  row: ChangeRow;
  /** Throws where it fails; the row says so too. */
  done: Promise<void>;
}

export interface Changes {
  begin(prepared: PreparedChange, actor: string): Promise<Begun>;
  resume(): Promise<void>;
}

export const createChanges = (input: ChangesInput): Changes => ({
  begin: async (prepared, actor) => {
    const { sql } = input;
    await refuseSecond(sql, prepared.entity);
    const id = newId();
    // Held before anybody can see the row and take it for an orphan.
    const release = (await lockChange(sql, id))!;
    const { entity, operations, inverse, target, undoes } = prepared;
    const row = { id, entity, operations, inverse, target, undoes, createdBy: actor };
    try {
      await insertChange(sql, row);
    } catch (error) {
      await release();
      throw error;
    }
    return { row: await existingChange(sql, id), done: run(input, { row, prepared, release }) };
  },
  resume: async () => {
    for (const row of await readRunning(input.sql)) {
      // Without the lock, somebody else is at work on it.
      const release = await lockChange(input.sql, row.id);
      // Its row says how it ended.
      if (release) await run(input, { row, prepared: preparedOf(input, row), release }).catch(() => {});
    }
  },
});

interface Running {
  row: Pick<ChangeRow, 'id' | 'createdBy'>;
  prepared: PreparedChange;
  release: () => Promise<void>;
}

async function run(
  { sql, records, registry, reload }: ChangesInput,
  { row, prepared, release }: Running,
): Promise<void> {
  try {
    await runChange({ sql, records, entities: registry.entities(), prepared, row, reload });
  } finally {
    await release();
    await reload();
  }
}

function preparedOf({ registry, declared }: ChangesInput, row: ChangeRow): PreparedChange {
  const { entity, target, operations, inverse, undoes } = row;
  const current = registry.hasEntity(entity) ? registry.entity(entity) : undefined;
  return { entity, base: declared.get(entity), current, target, operations, inverse, undoes };
}

/** One change of an entity at a time: the second would be planned on what the first is about to leave. */
async function refuseSecond(sql: Sql, entity: string): Promise<void> {
  const [other] = await sql`select from core.entity_change where entity = ${entity} and state = 'running'`;
  if (other) throw new Problem({ status: 409, code: 'change-running', params: { entity } });
}

export async function existingChange(sql: Sql, id: string): Promise<ChangeRow> {
  const row = await readChange(sql, id);
  if (!row) throw notFound('change', id);
  return row;
}
