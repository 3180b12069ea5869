/**
 * What an admin made may refer to what a plugin's upgrade took away. Such a part stays, marked with why it no longer
 * works, and everything else runs: a definition that is broken stops neither the start nor a page.
 */
import { Problem } from '../../errors.ts';
import type { BrokenMark, EntityDefinition, FieldDefinition } from '../definition.ts';
import { checkDefinition } from '../schema/check-definition.ts';

/** A mark may break what refers to the marked part: so often it is looked again. */
const rounds = 5;

/** `made` are the definitions that admins made or changed, `all` includes them. */
export function healed(
  made: readonly EntityDefinition[],
  all: ReadonlyMap<string, EntityDefinition>,
): EntityDefinition[] {
  const known = new Map(all);
  let current = made.map(unmarked);
  for (let round = 0; round < rounds; round++) {
    for (const definition of current) known.set(definition.id, definition);
    const next = current.map((definition) => healedOne(definition, known));
    if (next.every((definition, index) => definition === current[index])) break;
    current = next;
  }
  return current;
}

function unmarked(definition: EntityDefinition): EntityDefinition {
  const fields = Object.entries(definition.fields).map(([id, field]) => {
    const { broken: _mark, ...rest } = field;
    return [id, rest] as const;
  });
  return { ...definition, fields: Object.fromEntries(fields) };
}

function healedOne(
  definition: EntityDefinition,
  known: ReadonlyMap<string, EntityDefinition>,
): EntityDefinition {
  try {
    checkDefinition(definition, known);
    return definition;
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error;
    return error.errors.reduce(
      (at, { pointer, code, params = {} }) => without(at, pointer, { code, params }),
      definition,
    );
  }
}

function without(definition: EntityDefinition, pointer: string, mark: BrokenMark): EntityDefinition {
  const [, part, id = ''] = pointer.split('/');
  const has = (path: string): boolean => (path.split('.')[0] ?? '') in definition.fields;
  switch (part) {
    case 'fields':
      return withField(definition, id, mark);
    case 'rules': {
      const { [id]: _gone, ...rules } = definition.rules ?? {};
      return { ...definition, rules };
    }
    case 'uniques': {
      const { [id]: _gone, ...uniques } = definition.uniques ?? {};
      return { ...definition, uniques };
    }
    case 'search':
      return { ...definition, search: definition.search.filter((path) => path !== mark.params['field']) };
    case 'indexes':
      return { ...definition, indexes: definition.indexes.filter((names) => names.every(has)) };
    case 'keptFor': {
      const { keptFor: _gone, ...rest } = definition;
      return rest;
    }
    case 'title':
      return { ...definition, title: Object.keys(definition.fields)[0] ?? definition.title };
    default:
      return definition;
  }
}

/** What is computed stays and has no value; a column whose field makes no sense any more waits for its field. */
function withField(definition: EntityDefinition, id: string, broken: BrokenMark): EntityDefinition {
  const { [id]: field, ...others } = definition.fields;
  if (!field) return definition;
  const isComputed = field.type === 'formula' || field.type === 'rollup';
  if (!isComputed && field.defaultExpression === undefined) return { ...definition, fields: others };
  const { defaultExpression: _default, ...rest } = field;
  const kept: FieldDefinition = isComputed ? { ...field, broken } : rest;
  const fields = Object.entries(definition.fields).map(([name, one]) => [name, name === id ? kept : one]);
  return { ...definition, fields: Object.fromEntries(fields) };
}
