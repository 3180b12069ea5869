import type { Locale, Registry } from '../registry.ts';
import type { EntityDefinition } from './definition.ts';
import { wordsOf } from './local-text.ts';

export interface Reader {
  registry: Pick<Registry, 'find'>;
  locale: Locale;
}

/** A field as its readers call it: what an admin wrote in their language, what the plugin's texts say, else its id. */
export function fieldWords(
  { registry, locale }: Reader,
  entity: Pick<EntityDefinition, 'id' | 'plugin' | 'fields'> | undefined,
  id: string,
): string {
  const label = entity?.fields[id]?.label;
  return (
    label?.[locale] ??
    label?.en ??
    registry.find(locale, `${entity?.plugin}.field.${entity?.id}.${id}`) ??
    registry.find(locale, `field.${id}`) ??
    wordsOf(label) ??
    id
  );
}
