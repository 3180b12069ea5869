import { fieldsOnPath, type FieldRef, type FindEntity } from './field-path.ts';

/** The fields that a filter or record rule asks about, as `core/access/rule/parse.ts` reads it. */
export function filterFields(find: FindEntity, entity: string, filter: unknown): FieldRef[] {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return [];
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === 'and' || key === 'or')
      return Array.isArray(value) ? value.flatMap((part) => filterFields(find, entity, part)) : [];
    if (key === 'not') return filterFields(find, entity, value);
    return fieldsOnPath(find, entity, key.split('.'));
  });
}
