import type { ScreenText } from '../../../core/screen/definition.ts';
import { hasText, t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta } from '../../data/meta.ts';
import { screenText } from '../../data/screen-text.ts';
import type { TreeNode } from './design-data.ts';

export interface Naming {
  meta: Meta;
  /** Of the screen. */
  entity: string;
  /** Texts of keys. */
  texts: Readonly<Record<string, string>>;
  /** Of the flows that can be about the entity, by key. */
  flows: ReadonlyMap<string, string>;
}

/** A text of a node in words: a key as its text. */
export function textOf(text: unknown, texts: Readonly<Record<string, string>>): string {
  // The cast: properties that hold texts of a screen.
  const words = screenText(text as ScreenText | undefined);
  return texts[words] ?? words;
}

/** What a part is called in the outline. */
export function nodeLabel(node: TreeNode, { meta, entity, texts, flows }: Naming): string {
  const title = textOf(node['title'] ?? node['label'] ?? node['text'], texts);
  if (title) return title;
  if (node.node === 'screen') return t('screens.screen');
  if (node.node === 'part') return t(`screens.place.${node.id.slice(1)}`);
  if (node.node === 'field') {
    const own = entityOf(meta, entity);
    const id = String(node['field']);
    return (own && fieldOf(own, id)?.label) ?? id;
  }
  if (node.node === 'action')
    return flows.get(String(node['flow'])) ?? String(node['flow'] ?? node['action']);
  const of = entityOf(meta, String(node['entity'] ?? ''));
  if (of) return of.label.many;
  const [only] = node.node === 'tab' ? (node.children ?? []) : [];
  if (only) return nodeLabel(only, { meta, entity, texts, flows });
  const key = `screens.part.${node.node}`;
  return hasText(key) ? t(key) : node.node;
}
