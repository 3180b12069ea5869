import { fieldWords } from '../entity/field-words.ts';
import type { Locale, Registry } from '../registry.ts';
import type { ScreenText } from './definition.ts';
import { textIn } from './localised.ts';
import type { TreeNode } from './tree/screen-tree.ts';

/** A part of a screen as people know it: its own words, those of the field it shows, else those of the field its id ends in. */
export function partName(
  registry: Pick<Registry, 'find' | 'hasEntity' | 'entity' | 'lastKnownField'>,
  locale: Locale,
  { entity, id, node }: { entity: string; id: string; node?: TreeNode | undefined },
): string {
  const written = node?.['title'] ?? node?.['label'] ?? node?.['text'];
  // The cast: these properties hold texts of a screen.
  const words = written === undefined ? '' : textIn(registry, locale, written as ScreenText);
  if (words) return words;
  const shown = node?.node === 'field' ? node['field'] : undefined;
  const field = typeof shown === 'string' ? shown : id.slice(id.lastIndexOf('.') + 1);
  const known = registry.hasEntity(entity) && registry.lastKnownField(entity, field);
  return known ? fieldWords({ registry, locale }, registry.entity(entity), field) : id;
}
