import type { Locale, Registry } from '../registry.ts';
import { systemFields, type EntityDefinition } from './definition.ts';
import { wordsOf } from './local-text.ts';

export interface Reader {
  registry: Pick<Registry, 'find' | 'lastKnownField'>;
  locale: Locale;
}

/** A field as its readers call it: what an admin wrote in their language, what the plugin's texts say, else its id; also of one that was removed. */
export function fieldWords(
  { registry, locale }: Reader,
  entity: Pick<EntityDefinition, 'id' | 'plugin' | 'fields'> | undefined,
  id: string,
): string {
  const field = entity?.fields[id] ?? (entity && registry.lastKnownField(entity.id, id));
  const label = field?.label;
  return (
    label?.[locale] ??
    label?.en ??
    registry.find(locale, `${entity?.plugin}.field.${entity?.id}.${id}`) ??
    registry.find(locale, `field.${id}`) ??
    wordsOf(label) ??
    id
  );
}

interface PathReader extends Reader {
  registry: Pick<Registry, 'find' | 'lastKnownField' | 'hasEntity' | 'entity'>;
}

/** A path over relations in words, `Account › Name`; a name that nobody knows stays as it is. */
export function pathWords(
  reader: PathReader,
  entity: string,
  path: string,
): { words: string; isRemoved: boolean } {
  const { registry } = reader;
  let at: string | undefined = entity;
  let isRemoved = false;
  const words = path.split('.').map((name) => {
    const definition: EntityDefinition | undefined =
      at !== undefined && registry.hasEntity(at) ? registry.entity(at) : undefined;
    const field = definition && registry.lastKnownField(definition.id, name);
    at = field?.entity;
    if (!definition) return name;
    if (!field) return isSystem(name) ? fieldWords(reader, definition, name) : name;
    isRemoved ||= !(name in definition.fields);
    return fieldWords(reader, definition, name);
  });
  return { words: words.join(' › '), isRemoved };
}

/** Several names in one sentence, as the language writes them. */
export const listWords = (names: readonly string[], locale: Locale): string =>
  names.join(locale === 'zh-CN' ? '、' : ', ');

const isSystem = (name: string): boolean => (systemFields as readonly string[]).includes(name);
