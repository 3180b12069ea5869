import type { TreeNode } from '../tree/screen-tree.ts';
import { placesById, type Place } from '../tree/walk.ts';
import { risingRun } from './rising-run.ts';
import type { Operation } from './operation.ts';

const notSettings = new Set(['id', 'node', 'children', 'hidden']);

/**
 * The fewest operations that make `edited` of `base`. What `edited` has not is hidden, since a base takes nothing
 * back; additions and moves run from the last sibling to the first, so that "before" is always there.
 */
export function difference(base: TreeNode, edited: TreeNode): Operation[] {
  const before = placesById(base);
  const after = placesById(edited);
  return [...arranged(edited, before), ...changed(before, after), ...gone(before, after)];
}

function arranged(parent: TreeNode, before: ReadonlyMap<string, Place>): Operation[] {
  const children = parent.children ?? [];
  const stays = new Set(
    risingRun(
      children.flatMap((child) => {
        const place = before.get(child.id);
        return place && place.parent?.id === parent.id ? [{ id: child.id, at: place.index }] : [];
      }),
    ),
  );
  const own = children.toReversed().flatMap((child, fromEnd): Operation[] => {
    if (stays.has(child.id)) return [];
    const next = children[children.length - fromEnd];
    const where = { parent: parent.id, ...(next && { before: next.id }) };
    return before.has(child.id)
      ? [{ op: 'move', id: child.id, ...where }]
      : [{ op: 'add', ...where, node: withoutKnown(child, before) }];
  });
  return [...own, ...children.flatMap((child) => arrangedInside(child, before))];
}

/** A new node brings its new children along; what moved into it moves once it is there. */
function arrangedInside(child: TreeNode, before: ReadonlyMap<string, Place>): Operation[] {
  if (before.has(child.id)) return arranged(child, before);
  const inner = child.children ?? [];
  const moved = inner.toReversed().flatMap((each, fromEnd): Operation[] => {
    const next = inner[inner.length - fromEnd];
    return before.has(each.id)
      ? [{ op: 'move', id: each.id, parent: child.id, ...(next && { before: next.id }) }]
      : [];
  });
  return [...moved, ...inner.flatMap((each) => arrangedInside(each, before))];
}

const withoutKnown = (node: TreeNode, before: ReadonlyMap<string, Place>): TreeNode => ({
  ...structuredClone(node),
  ...(node.children && {
    children: node.children.filter(({ id }) => !before.has(id)).map((child) => withoutKnown(child, before)),
  }),
});

function changed(before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>): Operation[] {
  return [...after].flatMap(([id, { node }]): Operation[] => {
    const was = before.get(id)?.node;
    if (!was) return [];
    const paths = [...new Set([...Object.keys(was), ...Object.keys(node)])].filter(
      (key) => !notSettings.has(key),
    );
    const set = paths
      .filter((path) => !isSame(was[path], node[path]))
      .map((path): Operation => ({ op: 'set', id, path, value: structuredClone(node[path]) ?? null }));
    if (was.hidden && !node.hidden) set.push({ op: 'set', id, path: 'hidden', value: false });
    if (node.hidden && !was.hidden) set.push({ op: 'hide', id });
    return set;
  });
}

const gone = (before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>): Operation[] =>
  [...before].flatMap(([id, { node, parent }]): Operation[] => {
    // With its parent gone too, hiding the parent is enough.
    const isInside = parent !== undefined && !after.has(parent.id);
    return after.has(id) || node.hidden || isInside ? [] : [{ op: 'hide', id }];
  });

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
