import { screenOf } from '../../../core/screen/tree/screen-tree.ts';
import { entityOf, fieldOf, type Meta, type MetaScreen } from '../../data/meta.ts';
import type { FindingView, OpenScreen, SeenAs, TreeNode } from './design-data.ts';
import { textOf } from './node-label.ts';

const rules = new Set(['visible', 'required']);
const texts = ['title', 'label', 'help', 'text'];

interface Draft {
  tree: TreeNode;
  opened: OpenScreen;
  problems: readonly FindingView[];
}

/** What a reader gets to see: the screen as drafted in the place of the one that is saved. */
export function draftedMeta(meta: Meta | SeenAs, draft: Draft): Meta {
  const shown = draftedScreen(meta, draft);
  const others = meta.screens.filter(({ id }) => id !== shown.id);
  // First of its kind, as the entity's own.
  return { ...meta, screens: [shown, ...others] };
}

function draftedScreen(meta: Meta | SeenAs, { tree, opened, problems }: Draft): MetaScreen {
  const broken = new Map(
    problems
      .filter(({ isBroken, path }) => isBroken && !rules.has(path))
      .map((problem) => [problem.node, problem.text]),
  );
  const unreadable = new Set(
    problems.filter(({ path }) => rules.has(path)).map(({ node, path }) => `${node} ${path}`),
  );
  const subject = entityOf(meta, opened.entity);
  const shownNode = (node: TreeNode): TreeNode[] => {
    if (node.hidden) return [];
    const problem = broken.get(node.id);
    if (problem !== undefined) return [{ id: node.id, node: 'broken', width: node['width'], problem }];
    if (typeof node['entity'] === 'string' && !entityOf(meta, node['entity'])) return [];
    if (node.node === 'field' && subject && !fieldOf(subject, String(node['field']))) return [];
    // A plugin's report is left out; people's own say for themselves that they are not for everybody.
    const isReport = node.node === 'report' && String(node['report']).includes('.');
    if (isReport && 'reports' in meta && !meta.reports.includes(String(node['report']))) return [];
    const children = node.children?.flatMap(shownNode);
    // As on the page: nothing is left of it that this reader may see.
    if (node.node !== 'part' && node.children?.length && children?.length === 0) return [];
    const own = Object.entries(node).map(([name, value]) => [
      name,
      texts.includes(name) ? textOf(value, opened.texts) : value,
    ]);
    // The cast: the same properties as before.
    const copy = Object.fromEntries(own) as TreeNode;
    for (const rule of rules) if (unreadable.has(`${node.id} ${rule}`)) delete copy[rule];
    return [{ ...copy, ...(children && { children }) }];
  };
  const screen = screenOf({ ...tree, children: (tree.children ?? []).flatMap(shownNode) });
  return { ...screen, id: opened.id, label: textOf(tree['label'], opened.texts) || opened.label };
}
