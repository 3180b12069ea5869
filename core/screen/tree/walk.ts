import type { TreeNode } from './screen-tree.ts';

export interface Place {
  node: TreeNode;
  parent: TreeNode | undefined;
  /** Among its parent's children. */
  index: number;
}

/** Every node with where it stands, parents before children. */
export function* places(tree: TreeNode, parent?: TreeNode, index = 0): Generator<Place> {
  yield { node: tree, parent, index };
  for (const [at, child] of (tree.children ?? []).entries()) yield* places(child, tree, at);
}

export const placesById = (tree: TreeNode): Map<string, Place> =>
  new Map([...places(tree)].map((place) => [place.node.id, place]));

export function findPlace(tree: TreeNode, id: string): Place | undefined {
  for (const place of places(tree)) if (place.node.id === id) return place;
  return undefined;
}

export const holds = (node: TreeNode, id: string): boolean =>
  node.id === id || (node.children ?? []).some((child) => holds(child, id));
