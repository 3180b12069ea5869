/** Where screens and views use a field: read from their definitions, not found by text. */
import { ExpressionError, compile } from '../expression/index.ts';
import type { Screen, ScreenCondition } from './definition.ts';
import { treeOf, type TreeNode } from './tree/screen-tree.ts';
import { places } from './tree/walk.ts';

export interface ScreenUse {
  screen: string;
  /** The node, by its id. */
  node: string;
  /** The property that names the field: `field`, `columns`, `visible`, … */
  path: string;
}

interface Wanted {
  entity: string;
  /** Any field of the entity when absent. */
  field?: string;
}

export const screenUses = (screens: readonly Screen[], wanted: Wanted): ScreenUse[] =>
  screens.flatMap((screen) => treeUses(treeOf(screen), wanted).map((use) => ({ screen: screen.id, ...use })));

export function treeUses(tree: TreeNode, wanted: Wanted): Omit<ScreenUse, 'screen'>[] {
  const own = String(tree['entity']);
  return [...places(tree)].flatMap(({ node }) =>
    namesIn(node, own)
      .filter(({ entity, field }) => entity === wanted.entity && (!wanted.field || field === wanted.field))
      .map(({ path }) => ({ node: node.id, path })),
  );
}

interface Named {
  entity: string;
  field: string;
  /** The field and those behind it: `account.name`. */
  names: readonly string[];
  path: string;
}

export function namesIn(node: TreeNode, own: string): Named[] {
  const entity = node.node === 'screen' ? own : String(node['entity'] ?? own);
  const named = (path: string, field: unknown, of = entity): Named[] => {
    if (typeof field !== 'string') return [];
    const names = field.replace(/^-/, '').split('.');
    return [{ entity: of, field: names[0] ?? '', names, path }];
  };
  const inside = (path: string): Named[] =>
    named(path, (node[path] as { field?: unknown } | undefined)?.field);
  const all = (path: string): Named[] =>
    ((node[path] as unknown[] | undefined) ?? []).flatMap((each) => named(path, each));
  return [
    ...named('field', node['field'], own),
    ...named('by', node['by']),
    ...named('color', node['color']),
    ...named('date', (node['date'] as { end?: unknown } | undefined)?.end),
    ...['lanes', 'date', 'group', 'split', 'measure'].flatMap(inside),
    ...['columns', 'sort'].flatMap(all),
    ...((node['conditions'] as ScreenCondition[] | undefined) ?? []).flatMap(({ field }) =>
      named('conditions', field),
    ),
    ...['visible', 'required'].flatMap((path) =>
      rootsOf(node[path]).flatMap((root) => named(path, root, own)),
    ),
  ];
}

function rootsOf(source: unknown): string[] {
  if (typeof source !== 'string') return [];
  try {
    return compile(source).roots;
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
