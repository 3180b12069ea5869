import type { EntityDefinition, FieldDefinition } from './definition.ts';
import { isRelation } from './field-types/is-relation.ts';

export interface RollupStep {
  /** The entity that has the relation. */
  entity: string;
  field: string;
  target: string;
}

/** Further away nobody can say any more what is counted. */
const mostSteps = 2;

/** The relations that lead from what is rolled up to the record; nothing where one is none. */
export function rollupPath(
  { entity, by }: Pick<NonNullable<FieldDefinition['rollup']>, 'entity' | 'by'>,
  find: (id: string) => EntityDefinition | undefined,
): RollupStep[] | undefined {
  const names = by.split('.');
  if (names.length > mostSteps) return undefined;
  const steps: RollupStep[] = [];
  for (const name of names) {
    const at = steps.at(-1)?.target ?? entity;
    const field = find(at)?.fields[name];
    if (!field || !isRelation(field)) return undefined;
    steps.push({ entity: at, field: name, target: field.entity! });
  }
  return steps;
}
