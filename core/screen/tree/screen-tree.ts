/**
 * A screen as one tree in which everything has an id: columns, cards and actions too. Overlays are operations on
 * these ids. The parts of a screen are nodes whose ids begin with `#`; what a list of field ids holds is named by
 * its part: `columns.name`.
 */
import type { Column, Screen, ScreenAction, ScreenNode } from '../definition.ts';

export interface TreeNode {
  id: string;
  node: string;
  children?: TreeNode[];
  hidden?: boolean;
  [property: string]: unknown;
}

export const rootId = '#screen';
const lists = ['columns', 'filters', 'header', 'card', 'totals', 'actions'] as const;
const trees = ['side', 'body'] as const;
export type PartName = (typeof lists)[number] | (typeof trees)[number];
export const partId = (part: PartName): string => `#${part}`;

/** Parts that a kind of screen has, whether the screen says something about them or not. */
const partsOf: Record<Screen['kind'], readonly PartName[]> = {
  list: ['columns', 'filters', 'actions'],
  board: ['card', 'totals', 'filters', 'actions'],
  calendar: ['card', 'filters', 'actions'],
  record: ['header', 'side', 'body', 'actions'],
  dashboard: ['body'],
  form: ['body'],
};

export function treeOf(screen: Screen): TreeNode {
  const { columns, filters, header, card, totals, actions, side, body, ...settings } = screen;
  const all = { columns, filters, header, card, totals, actions, side, body };
  const names = [...lists, ...trees].filter(
    (part) => partsOf[screen.kind].includes(part) || (all[part]?.length ?? 0) > 0,
  );
  return {
    ...structuredClone(settings),
    id: rootId,
    node: 'screen',
    screen: screen.id,
    children: names.map((part) => ({
      id: partId(part),
      node: 'part',
      children: childrenOf(part, all[part] ?? []),
    })),
  };
}

export function screenOf(tree: TreeNode): Screen {
  const { node: _node, children = [], screen, ...settings } = tree;
  const parts = Object.fromEntries(
    children.map((part) => {
      const name = part.id.slice(1);
      const shown = part.children ?? [];
      if (name === 'side' || name === 'body') return [name, shown];
      return [name, shown.filter(({ hidden }) => !hidden).map(itemOf)];
    }),
  );
  // The tree was made from a screen, and operations on it were checked to leave one.
  return { ...structuredClone(settings), ...structuredClone(parts), id: screen } as unknown as Screen;
}

type Item = Column | ScreenAction | ScreenNode;

function childrenOf(part: PartName, items: readonly Item[]): TreeNode[] {
  // The cast: nodes are plain data.
  if (part === 'side' || part === 'body') return structuredClone(items) as unknown as TreeNode[];
  return items.map((item): TreeNode => {
    if (typeof item === 'string') {
      const isAction = part === 'actions';
      return {
        id: `${part}.${item}`,
        node: isAction ? 'action' : 'field',
        [isAction ? 'action' : 'field']: item,
      };
    }
    if ('flow' in item) return { id: `${part}.${item.flow}`, node: 'action', flow: item.flow };
    const { field, ...more } = item as Exclude<Column, string>; // lists of nodes were answered above
    return { id: `${part}.${field}`, node: 'field', field, ...more };
  });
}

function itemOf({ id: _id, node, children: _children, hidden: _hidden, ...item }: TreeNode): unknown {
  if (node === 'action') return 'flow' in item ? { flow: item['flow'] } : item['action'];
  return Object.keys(item).length === 1 ? item['field'] : item;
}
