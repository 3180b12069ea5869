import { difference } from '../../../core/screen/overlay/difference.ts';
import { operationId } from '../../../core/screen/overlay/operation.ts';
import { findPlace, holds, placesById } from '../../../core/screen/tree/walk.ts';
import type { OpenScreen, Operation, TreeNode } from './design-data.ts';
import { canHold, isListPart } from './part-rules.ts';

export interface Target {
  parent: string;
  /** Last when absent. */
  before?: string;
}

export type Mark = 'added' | 'moved' | 'changed' | 'hidden';

/** The tree under hand, with every step back and forth. Trees are never changed, only replaced. */
export class DesignModel {
  opened: OpenScreen;
  tree: TreeNode;
  /** Operations without a place that are kept. */
  keep: Operation[];
  /** What an upgrade of the original brought was looked through; saving remembers it, whatever was chosen. */
  isSettled = false;
  private past: TreeNode[] = [];
  private future: TreeNode[] = [];
  private savedTree: TreeNode;
  private lastKey = '';

  constructor(opened: OpenScreen) {
    this.opened = opened;
    this.tree = opened.tree;
    this.savedTree = opened.tree;
    this.keep = opened.broken.map(({ operation }) => operation);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  get isChanged(): boolean {
    if (this.isSettled || this.keep.length !== this.opened.broken.length) return true;
    return difference(this.savedTree, this.tree).length > 0;
  }

  find(id: string): TreeNode | undefined {
    return findPlace(this.tree, id)?.node;
  }

  parentOf(id: string): TreeNode | undefined {
    return findPlace(this.tree, id)?.parent;
  }

  undo(): void {
    this.travel(this.past, this.future);
  }

  redo(): void {
    this.travel(this.future, this.past);
  }

  /** Operations on the base: what is marked, and what is saved. */
  operations(): Operation[] {
    return difference(this.opened.base, this.tree);
  }

  marks(): Map<string, Mark> {
    const names = { add: 'added', move: 'moved', set: 'changed', hide: 'hidden' } as const;
    return new Map(this.operations().map((operation) => [operationId(operation), names[operation.op]]));
  }

  canPlace(node: TreeNode, target: Target): boolean {
    const parent = this.find(target.parent);
    if (!parent || holds(node, target.parent)) return false;
    const isTaken =
      isListPart(parent) &&
      (parent.children ?? []).some(
        (child) => child.id !== node.id && child['field'] === node['field'] && !child.hidden,
      );
    return !isTaken && canHold(parent, node.node, this.opened.kind);
  }

  insert(node: TreeNode, target: Target): boolean {
    if (!this.canPlace(node, target)) return false;
    this.edit((tree) => place(tree, node, target));
    return true;
  }

  move(id: string, target: Target): boolean {
    const node = this.find(id);
    if (!node || target.before === id || !this.canPlace(node, target)) return false;
    this.edit((tree) => {
      const taken = findPlace(tree, id)!;
      taken.parent!.children = taken.parent!.children!.filter((child) => child.id !== id);
      place(tree, taken.node, target);
    });
    return true;
  }

  /** Something new is put in; what is there already, hidden or not, comes here. */
  put(node: TreeNode, target: Target): boolean {
    if (!this.find(node.id)) return this.insert(node, target);
    const isMoved = this.move(node.id, target);
    if (isMoved && this.find(node.id)?.hidden) {
      this.unhide(node.id);
      // Both are one step back.
      this.past.pop();
    }
    return isMoved;
  }

  /** One further up or down among its siblings; those that are hidden are passed over. */
  shift(id: string, by: 1 | -1): boolean {
    const found = findPlace(this.tree, id);
    if (!found?.parent || found.parent.node === 'screen') return false;
    const shown = (found.parent.children ?? []).filter((child) => !child.hidden || child.id === id);
    const at = shown.findIndex((child) => child.id === id);
    const next = by < 0 ? shown[at - 1] : shown[at + 2];
    if (by < 0 ? !next : at === shown.length - 1) return false;
    return this.move(id, { parent: found.parent.id, ...(next && { before: next.id }) });
  }

  /** What the base has is hidden and can be shown again; what was added is taken out. */
  remove(id: string): void {
    const isOwn = !placesById(this.opened.base).has(id);
    this.edit((tree) => {
      const found = findPlace(tree, id);
      if (!found?.parent) return;
      if (isOwn) found.parent.children = found.parent.children!.filter((child) => child.id !== id);
      else found.node.hidden = true;
    });
  }

  unhide(id: string): void {
    this.edit((tree) => delete findPlace(tree, id)?.node.hidden);
  }

  /** Typing in one field is one step back. */
  set(id: string, property: string, value: unknown): void {
    const key = `${id} ${property}`;
    this.edit(
      (tree) => {
        const node = findPlace(tree, id)?.node;
        if (!node) return;
        if (value === undefined || value === null || value === '') delete node[property];
        else node[property] = value;
      },
      { key },
    );
  }

  /** A property is again as the base has it. */
  resetProperty(id: string, property: string): void {
    const was = findPlace(this.opened.base, id)?.node[property];
    this.set(id, property, structuredClone(was));
    this.lastKey = '';
  }

  /** Which items a part lists, in order: those of the base that are left out are hidden. */
  list(part: string, items: readonly TreeNode[]): void {
    const chosen = new Set(items.map(({ id }) => id));
    const base = placesById(this.opened.base);
    this.edit((tree) => {
      const node = findPlace(tree, part)?.node;
      if (!node) return;
      const left = (node.children ?? []).filter(({ id }) => !chosen.has(id) && base.has(id));
      node.children = [...items.map(shown), ...left.map((each) => ({ ...each, hidden: true }))];
    });
  }

  discard(operation: Operation): void {
    this.keep = this.keep.filter((each) => each !== operation);
  }

  replace(tree: TreeNode): void {
    this.edit((now) => {
      now.children = structuredClone(tree.children ?? []);
      for (const name of Object.keys(now)) if (!(name in tree)) delete now[name];
      Object.assign(now, structuredClone({ ...tree, children: tree.children }));
    });
  }

  private edit(change: (tree: TreeNode) => unknown, { key = '' } = {}): void {
    const next = structuredClone(this.tree);
    change(next);
    if (difference(this.tree, next).length === 0) return;
    if (!key || key !== this.lastKey) this.past = [...this.past, this.tree].slice(-200);
    this.lastKey = key;
    this.future = [];
    this.tree = next;
  }

  private travel(from: TreeNode[], to: TreeNode[]): void {
    const tree = from.pop();
    if (!tree) return;
    to.push(this.tree);
    this.tree = tree;
    this.lastKey = '';
  }
}

function shown(node: TreeNode): TreeNode {
  const copy = structuredClone(node);
  delete copy.hidden;
  return copy;
}

function place(tree: TreeNode, node: TreeNode, { parent, before }: Target): void {
  const target = findPlace(tree, parent)!.node;
  const children = (target.children ??= []);
  const at = before === undefined ? -1 : children.findIndex((child) => child.id === before);
  children.splice(at < 0 ? children.length : at, 0, node);
}
