/** A plugin's upgrade meets an overlay: the base as it was when the overlay was made, the base now, the overlay. */
import type { TreeNode } from '../tree/screen-tree.ts';
import { placesById, type Place } from '../tree/walk.ts';
import { difference, isSame } from './difference.ts';
import { operationId, type Operation } from './operation.ts';

export interface Conflict {
  operation: Operation;
  /**
   * `gone`: what it was about is no longer there. `changed`: the new base set the same thing to something else.
   * `moved`: the new base put it elsewhere too. `removed`: hidden here, changed there. `added`: both added it.
   */
  kind: 'gone' | 'changed' | 'moved' | 'removed' | 'added';
  /** In the base as it was, and as it is now. */
  was: unknown;
  is: unknown;
}

export interface ThreeWay {
  conflicts: Conflict[];
  /** What the new base brings by itself, as operations on the old one. */
  news: Operation[];
}

interface Bases {
  before: ReadonlyMap<string, Place>;
  after: ReadonlyMap<string, Place>;
}

export function threeWay(then: TreeNode, now: TreeNode, overlay: readonly Operation[]): ThreeWay {
  const bases = { before: placesById(then), after: placesById(now) };
  return {
    conflicts: overlay.flatMap((operation) => conflictOf(operation, bases) ?? []),
    news: difference(then, now),
  };
}

function conflictOf(operation: Operation, bases: Bases): Conflict | undefined {
  const id = operationId(operation);
  const before = bases.before.get(id);
  const after = bases.after.get(id);
  if (operation.op === 'add')
    return after ? made(operation, 'added', { was: undefined, is: after.node }) : undefined;
  // What the overlay added itself is in neither base.
  if (!before) return undefined;
  if (!after) return made(operation, 'gone', { was: before.node, is: undefined });
  if (operation.op === 'set') {
    const [was, is] = [read(before.node, operation.path), read(after.node, operation.path)];
    return isSame(was, is) || isSame(is, operation.value)
      ? undefined
      : made(operation, 'changed', { was, is });
  }
  if (operation.op === 'hide') {
    const [was, is] = [own(before.node), own(after.node)];
    return isSame(was, is) ? undefined : made(operation, 'removed', { was, is });
  }
  return before.parent?.id === after.parent?.id
    ? undefined
    : made(operation, 'moved', { was: before.parent?.id, is: after.parent?.id });
}

interface Sides {
  was: unknown;
  is: unknown;
}

const made = (operation: Operation, kind: Conflict['kind'], { was, is }: Sides): Conflict => ({
  operation,
  kind,
  was: was ?? null,
  is: is ?? null,
});

const own = ({ children: _children, ...node }: TreeNode): unknown => node;

const read = (node: TreeNode, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      node,
    );
