import type { TreeNode } from '../tree/screen-tree.ts';

/** One thing an admin changed; ids are those of `treeOf`. */
export type Operation =
  | { op: 'move'; id: string; parent?: string; before?: string }
  | { op: 'hide'; id: string }
  | { op: 'add'; parent: string; before?: string; node: TreeNode }
  | { op: 'set'; id: string; path: string; value: unknown };

export type OperationProblem = 'gone' | 'parent-gone' | 'place-gone' | 'exists' | 'inside-itself';

export interface BrokenOperation {
  operation: Operation;
  problem: OperationProblem;
}

export const operationId = (operation: Operation): string =>
  operation.op === 'add' ? operation.node.id : operation.id;
