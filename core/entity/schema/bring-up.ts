import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { EntityDefinition } from '../definition.ts';
import { bareTable } from '../names.ts';
import { sealOpenValues } from '../secret/seal-open-values.ts';
import { applySchema, type ApplyOptions } from './apply.ts';
import { checkDefinition } from './check-definition.ts';
import type { EntityPlan } from './plan.ts';
import { keepReportingViews } from './reporting-views.ts';

/** Checks all definitions together and brings their tables up; at boot, and after an admin changed one. */
export async function bringUp(
  sql: Sql,
  definitions: readonly EntityDefinition[],
  options?: ApplyOptions,
): Promise<EntityPlan[]> {
  checkDefinitions(definitions);
  const plans = await applySchema(sql, definitions, options);
  await sealOpenValues(sql, definitions);
  await keepReportingViews(sql, definitions);
  return plans;
}

export function checkDefinitions(definitions: readonly EntityDefinition[]): void {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const tables = new Map<string, string>();
  for (const definition of definitions) {
    checkDefinition(definition, byId);
    const other = tables.get(bareTable(definition.id));
    if (other !== undefined)
      throw new Problem({
        status: 409,
        code: 'entity-table-taken',
        params: { entity: definition.id, other },
      });
    tables.set(bareTable(definition.id), definition.id);
  }
}
