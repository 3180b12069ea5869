import type { systemFields, EntityDefinition, FieldDefinition, FieldType } from '../../entity/definition.ts';

const systemTypes: Partial<Record<(typeof systemFields)[number], FieldType>> = {
  owner: 'user',
  createdAt: 'dateTime',
  createdBy: 'user',
  updatedAt: 'dateTime',
  updatedBy: 'user',
};

/** A field of the entity, the system's own among them. */
export function fieldOf(entity: EntityDefinition, id: string): FieldDefinition | undefined {
  const own = Object.hasOwn(entity.fields, id) ? entity.fields[id] : undefined;
  if (own) return own;
  if (id === 'owner' && !entity.owner) return undefined;
  // The cast: a lookup by any name, of which few are there.
  const type = systemTypes[id as (typeof systemFields)[number]];
  return type && { type };
}
