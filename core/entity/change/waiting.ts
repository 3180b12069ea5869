import type { EntityDefinition, FieldDefinition, WaitingParts } from '../definition.ts';

export const nothingWaits: WaitingParts = {
  fields: {},
  defaults: {},
  rules: {},
  uniques: {},
  search: [],
  indexes: [],
};

/** A definition with one more part out of use. */
export const waitingFor = (definition: EntityDefinition, more: Partial<WaitingParts>): EntityDefinition => {
  const now = definition.waiting ?? nothingWaits;
  return {
    ...definition,
    waiting: {
      ...now,
      ...more,
      fields: { ...now.fields, ...more.fields },
      defaults: { ...now.defaults, ...more.defaults },
      rules: { ...now.rules, ...more.rules },
      uniques: { ...now.uniques, ...more.uniques },
      search: [...now.search, ...(more.search ?? [])],
      indexes: [...now.indexes, ...(more.indexes ?? [])],
    },
  };
};

/** As it was made: what waits stands in it again, without marks, but for what was made anew meanwhile. */
export function whole({ waiting = nothingWaits, ...definition }: EntityDefinition): EntityDefinition {
  const names = Object.keys(definition.fields);
  const own = Object.entries(definition.fields).map(([id, field]) => {
    const defaultExpression = waiting.defaults[id];
    const isOpen = field.default === undefined && field.defaultExpression === undefined;
    return [id, isOpen && defaultExpression !== undefined ? { ...field, defaultExpression } : field] as const;
  });
  const back = Object.entries(waiting.fields).filter(([id]) => !names.includes(id));
  const { rules, uniques, keptFor } = definition;
  const kept = keptFor ?? waiting.keptFor;
  return {
    ...definition,
    title: waiting.title !== undefined && definition.title === names[0] ? waiting.title : definition.title,
    search: [...new Set([...definition.search, ...waiting.search])],
    indexes: [...definition.indexes, ...waiting.indexes],
    fields: Object.fromEntries([...own, ...back].map(([id, field]) => [id, unmarked(field)])),
    ...((rules || Object.keys(waiting.rules).length > 0) && { rules: { ...waiting.rules, ...rules } }),
    ...((uniques || Object.keys(waiting.uniques).length > 0) && {
      uniques: { ...waiting.uniques, ...uniques },
    }),
    ...(kept && { keptFor: kept }),
  };
}

/** Without a field that waits: somebody wants it away. */
export function withoutWaiting(definition: EntityDefinition, id: string): EntityDefinition {
  const { waiting = nothingWaits } = definition;
  const { [id]: _gone, ...fields } = waiting.fields;
  const search = waiting.search.filter((path) => path.split('.')[0] !== id);
  const indexes = waiting.indexes.filter((names) => !names.includes(id));
  return { ...definition, waiting: { ...waiting, fields, search, indexes } };
}

export function unmarked(field: FieldDefinition): FieldDefinition {
  const { broken: _mark, ...rest } = field;
  return rest;
}
