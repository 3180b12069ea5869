import type { EntityDefinition } from '../definition.ts';

export interface FieldRef {
  entity: string;
  field: string;
}

export type FindEntity = (id: string) => EntityDefinition | undefined;

/** The fields that a path goes through, relation by relation: `['account', 'name']` of a contact names two. */
export function fieldsOnPath(find: FindEntity, entity: string, path: readonly string[]): FieldRef[] {
  const refs: FieldRef[] = [];
  let at: string | undefined = entity;
  for (const name of path) {
    const definition: EntityDefinition | undefined = at === undefined ? undefined : find(at);
    if (!definition) break;
    refs.push({ entity: definition.id, field: name });
    at = definition.fields[name]?.entity;
  }
  return refs;
}
