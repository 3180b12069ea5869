import type { TreeNode } from '../tree/screen-tree.ts';
import { findPlace, holds, places } from '../tree/walk.ts';
import type { BrokenOperation, Operation, OperationProblem } from './operation.ts';

/**
 * Base ⊕ overlay. What no longer finds its id is skipped and reported; a place that is gone ("before this") puts
 * the node last, and is reported too.
 */
export function applyOverlay(
  base: TreeNode,
  operations: readonly Operation[],
): { tree: TreeNode; broken: BrokenOperation[] } {
  const tree = structuredClone(base);
  const broken = operations.flatMap((operation) => {
    const problem = applyOne(tree, operation);
    return problem ? [{ operation, problem }] : [];
  });
  return { tree, broken };
}

function applyOne(tree: TreeNode, operation: Operation): OperationProblem | undefined {
  if (operation.op === 'add') {
    for (const { node } of places(operation.node)) if (findPlace(tree, node.id)) return 'exists';
    return insert(tree, structuredClone(operation.node), {
      parent: operation.parent,
      before: operation.before,
    });
  }
  const place = findPlace(tree, operation.id);
  if (!place) return 'gone';
  if (operation.op === 'hide') place.node.hidden = true;
  else if (operation.op === 'set') setPath(place.node, operation.path, operation.value);
  else {
    const { node, parent } = place;
    const to = operation.parent ?? parent?.id;
    const target = to === undefined ? undefined : findPlace(tree, to)?.node;
    if (!parent || !target) return 'parent-gone';
    if (holds(node, target.id)) return 'inside-itself';
    parent.children = (parent.children ?? []).filter((child) => child !== node);
    return insert(tree, node, { parent: target.id, before: operation.before });
  }
  return undefined;
}

function insert(
  tree: TreeNode,
  node: TreeNode,
  { parent, before }: { parent: string; before: string | undefined },
): OperationProblem | undefined {
  const target = findPlace(tree, parent)?.node;
  if (!target) return 'parent-gone';
  const children = (target.children ??= []);
  const at = before === undefined ? -1 : children.findIndex(({ id }) => id === before);
  children.splice(at < 0 ? children.length : at, 0, node);
  return before !== undefined && at < 0 ? 'place-gone' : undefined;
}

/** `lanes.field`; a value of nothing takes the property away. */
function setPath(node: TreeNode, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at: Record<string, unknown> = node;
  for (const key of keys) {
    const inner = at[key];
    // The cast: an object was found or is made here.
    at = (typeof inner === 'object' && inner !== null ? inner : (at[key] = {})) as Record<string, unknown>;
  }
  if (value === null || value === undefined) delete at[last];
  else at[last] = structuredClone(value);
}
