import { places } from '../../../core/screen/tree/walk.ts';
import type { TreeNode } from './design-data.ts';
import type { DesignModel, Target } from './design-model.ts';

/** Where something new goes that was put in without a place: inside what is chosen, behind it, or first where it fits. */
export function placeFor(model: DesignModel, node: TreeNode, selected: string): Target | undefined {
  for (let id = selected; id; id = model.parentOf(id)?.id ?? '') {
    const parent = model.parentOf(id);
    if (model.canPlace(node, { parent: id })) return { parent: id };
    if (!parent || !model.canPlace(node, { parent: parent.id })) continue;
    const siblings = parent.children ?? [];
    const next = siblings[siblings.findIndex((child) => child.id === id) + 1];
    return { parent: parent.id, ...(next && { before: next.id }) };
  }
  const fitting = [...places(model.tree)].find(
    ({ node: each }) => !each.hidden && model.canPlace(node, { parent: each.id }),
  );
  return fitting && { parent: fitting.node.id };
}

/** What holds a part that everybody sees already: taking it there again only chooses it. */
export const shownIn = (model: DesignModel, id: string): string | undefined =>
  model.find(id)?.hidden ? undefined : model.parentOf(id)?.id;
