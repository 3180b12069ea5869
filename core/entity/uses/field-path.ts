import type { EntityDefinition } from '../definition.ts';

export interface FieldRef {
  entity: string;
  field: string;
  /** The path goes on behind it. */
  isPassed?: true;
}

export type FindEntity = (id: string) => EntityDefinition | undefined;

/** The fields that a path goes through, relation by relation: `['account', 'name']` of a contact names two. */
export function fieldsOnPath(find: FindEntity, entity: string, path: readonly string[]): FieldRef[] {
  const refs: FieldRef[] = [];
  let at: string | undefined = entity;
  for (const [index, name] of path.entries()) {
    const definition: EntityDefinition | undefined = at === undefined ? undefined : find(at);
    if (!definition) break;
    refs.push({ entity: definition.id, field: name, ...(index < path.length - 1 && { isPassed: true }) });
    at = definition.fields[name]?.entity;
  }
  return refs;
}
