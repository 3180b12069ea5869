/**
 * What an admin made may refer to what a plugin's upgrade took away. Such a part stays, marked with why it no longer
 * works, and everything else runs: a definition that is broken stops neither the start nor a page. What cannot run at
 * all waits beside the definition, and is stored with every change of it.
 */
import { Problem } from '../../errors.ts';
import type { BrokenMark, EntityDefinition } from '../definition.ts';
import { checkDefinition } from '../schema/check-definition.ts';
import { waitingFor, whole } from './waiting.ts';

/** A mark may break what refers to the marked part: so often it is looked again. */
const rounds = 5;

/** `made` are the definitions that admins made or changed, `all` includes them. */
export function healed(
  made: readonly EntityDefinition[],
  all: ReadonlyMap<string, EntityDefinition>,
): EntityDefinition[] {
  const known = new Map(all);
  let current = made.map(whole);
  for (let round = 0; round < rounds; round++) {
    for (const definition of current) known.set(definition.id, definition);
    const next = current.map((definition) => healedOne(definition, known));
    if (next.every((definition, index) => definition === current[index])) break;
    current = next;
  }
  return current;
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
      const { [id]: gone, ...rules } = definition.rules ?? {};
      return gone ? waitingFor({ ...definition, rules }, { rules: { [id]: gone } }) : definition;
    }
    case 'uniques': {
      const { [id]: gone, ...uniques } = definition.uniques ?? {};
      return gone ? waitingFor({ ...definition, uniques }, { uniques: { [id]: gone } }) : definition;
    }
    case 'search': {
      const isGone = (path: string): boolean => path === mark.params['field'];
      const search = definition.search.filter((path) => !isGone(path));
      return waitingFor({ ...definition, search }, { search: definition.search.filter(isGone) });
    }
    case 'indexes': {
      const isWhole = (names: readonly string[]): boolean => names.every(has);
      const indexes = definition.indexes.filter(isWhole);
      const gone = definition.indexes.filter((names) => !isWhole(names));
      return waitingFor({ ...definition, indexes }, { indexes: gone });
    }
    case 'keptFor': {
      const { keptFor, ...rest } = definition;
      return keptFor ? waitingFor(rest, { keptFor }) : definition;
    }
    case 'title': {
      const title = Object.keys(definition.fields)[0] ?? definition.title;
      return waitingFor({ ...definition, title }, { title: definition.title });
    }
    default:
      return definition;
  }
}

/** What is computed stays and has no value; a column whose field makes no sense any more waits for its field. */
function withField(definition: EntityDefinition, id: string, broken: BrokenMark): EntityDefinition {
  const { [id]: field, ...others } = definition.fields;
  if (!field) return definition;
  if (field.type === 'formula' || field.type === 'rollup')
    return { ...definition, fields: { ...definition.fields, [id]: { ...field, broken } } };
  const { defaultExpression, ...rest } = field;
  if (defaultExpression === undefined)
    return waitingFor({ ...definition, fields: others }, { fields: { [id]: { ...field, broken } } });
  const fields = { ...definition.fields, [id]: rest };
  return waitingFor({ ...definition, fields }, { defaults: { [id]: defaultExpression } });
}
