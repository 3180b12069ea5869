import type { Locale, Registry } from '../registry.ts';
import type { ScreenText } from './definition.ts';
import type { TreeNode } from './tree/screen-tree.ts';

const texts = ['title', 'label', 'help', 'text'];

/** A text key reads as its text, words in several languages as those of the reader. */
export function textIn(registry: Pick<Registry, 'find'>, locale: Locale, text: ScreenText): string {
  if (typeof text === 'string') return registry.find(locale, text) ?? text;
  return text[locale] ?? text.en ?? text['zh-CN'] ?? '';
}

/** The same tree with every text in the reader's language. */
export function localised(registry: Pick<Registry, 'find'>, locale: Locale, node: TreeNode): TreeNode {
  const own = texts.flatMap((name) =>
    // The cast: these properties hold texts of a screen.
    node[name] === undefined ? [] : [[name, textIn(registry, locale, node[name] as ScreenText)]],
  );
  // The cast: as above, filters of a dashboard have a title too.
  const shared = node['shared'] as { title?: ScreenText }[] | undefined;
  return {
    ...node,
    ...Object.fromEntries(own),
    ...(shared && {
      shared: shared.map((filter) => ({
        ...filter,
        ...(filter.title !== undefined && { title: textIn(registry, locale, filter.title) }),
      })),
    }),
    ...(node.children && { children: node.children.map((child) => localised(registry, locale, child)) }),
  };
}
