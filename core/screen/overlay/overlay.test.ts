import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Screen } from '../definition.ts';
import { screenOf, treeOf, type TreeNode } from '../tree/screen-tree.ts';
import { findPlace, places } from '../tree/walk.ts';
import { applyOverlay } from './apply.ts';
import { difference } from './difference.ts';
import { threeWay } from './three-way.ts';

const screen: Screen = {
  id: 'trade.deal',
  kind: 'record',
  entity: 'deal',
  header: ['stage', { field: 'amount', label: 'Value' }],
  actions: [{ flow: 'follow-up' }],
  side: [
    {
      id: 'facts',
      node: 'section',
      children: [
        { id: 'name', node: 'field', field: 'name' },
        { id: 'stage', node: 'field', field: 'stage' },
        { id: 'amount', node: 'field', field: 'amount' },
      ],
    },
  ],
  body: [
    {
      id: 'tabs',
      node: 'tabs',
      children: [{ id: 'a', node: 'tab', children: [{ id: 't', node: 'timeline' }] }],
    },
  ],
};
const tree = treeOf(screen);
const ids = (from: TreeNode, parent: string): string[] =>
  (findPlace(from, parent)?.node.children ?? []).map(({ id }) => id);

test('a screen is the same after it was a tree', () => {
  expect(screenOf(tree)).toEqual(screen);
  expect(ids(tree, '#header')).toEqual(['header.stage', 'header.amount']);
});

describe('an overlay', () => {
  test('moves, hides, adds and sets by id', () => {
    const { tree: made, broken } = applyOverlay(tree, [
      { op: 'add', parent: '#side', before: 'facts', node: { id: 's', node: 'section', children: [] } },
      { op: 'move', id: 'amount', parent: 's' },
      { op: 'move', id: 'stage', before: 'name' },
      { op: 'hide', id: 't' },
      { op: 'set', id: 'name', path: 'label', value: { en: 'Title' } },
    ]);
    expect(broken).toEqual([]);
    expect([ids(made, '#side'), ids(made, 's'), ids(made, 'facts')]).toEqual([
      ['s', 'facts'],
      ['amount'],
      ['stage', 'name'],
    ]);
    expect(findPlace(made, 't')?.node.hidden).toBe(true);
    expect(screenOf(made).side?.[1]).toMatchObject({
      children: [{ id: 'stage' }, { label: { en: 'Title' } }],
    });
  });

  test('reports what no longer finds its id, and does the rest', () => {
    const { tree: made, broken } = applyOverlay(tree, [
      { op: 'hide', id: 'gone' },
      { op: 'move', id: 'stage', parent: 'nowhere' },
      { op: 'move', id: 'facts', parent: 'facts' },
      { op: 'add', parent: '#side', node: { id: 'name', node: 'field', field: 'name' } },
      { op: 'move', id: 'name', before: 'gone' },
    ]);
    expect(broken.map(({ problem }) => problem)).toEqual([
      'gone',
      'parent-gone',
      'inside-itself',
      'exists',
      'place-gone',
    ]);
    expect(ids(made, 'facts')).toEqual(['stage', 'amount', 'name']);
  });

  test('is the difference of any two trees, and nothing without one', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const edited = structuredClone(tree);
        for (const [index, apply] of edits.entries()) apply(edited, index);
        const { tree: made, broken } = applyOverlay(tree, difference(tree, edited));
        expect(broken).toEqual([]);
        expect(made).toEqual(edited);
      }),
      { numRuns: 300 },
    );
    expect(difference(tree, structuredClone(tree))).toEqual([]);
  });

  test('moves no more than what moved', () => {
    const edited = structuredClone(tree);
    findPlace(edited, 'facts')!.node.children!.reverse();
    expect(difference(tree, edited).map(({ op }) => op)).toEqual(['move', 'move']);
  });
});

/** What a person may do to a tree in the designer: move, add, hide, name. */
const edit = fc
  .tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 }))
  .map(([one, other, at, kind]) => (edited: TreeNode, index: number): void => {
    const inner = [...places(edited)].filter(({ node }) => node.node !== 'screen' && node.node !== 'part');
    const containers = [...places(edited)].filter(({ node }) => node.children).map(({ node }) => node);
    const target = containers[other % containers.length]!;
    const { node, parent } = inner[one % inner.length]!;
    if (kind === 0)
      target.children!.splice(at % (target.children!.length + 1), 0, {
        id: `new${index}`,
        node: 'section',
        children: [],
      });
    else if (kind === 1) node['title'] = `Title ${index}`;
    else if (kind === 2) node.hidden = true;
    else if (![...places(node)].some((place) => place.node === target)) {
      parent!.children = parent!.children!.filter((child) => child !== node);
      target.children!.splice(at % (target.children!.length + 1), 0, node);
    }
  });

describe('an upgrade that meets an overlay', () => {
  const upgraded = structuredClone(tree);
  findPlace(upgraded, 'facts')!.node.children!.pop();
  findPlace(upgraded, 'name')!.node['label'] = 'Deal name';
  findPlace(upgraded, '#side')!.node.children!.push({ id: 'more', node: 'section', children: [] });

  test('conflicts only where both changed the same', () => {
    const { conflicts, news } = threeWay(tree, upgraded, [
      { op: 'set', id: 'name', path: 'label', value: 'Title' },
      { op: 'set', id: 'amount', path: 'label', value: 'Value' },
      { op: 'hide', id: 'stage' },
      { op: 'add', parent: '#side', node: { id: 'more', node: 'section', children: [] } },
    ]);
    expect(
      conflicts.map(({ kind, was, is }) => [kind, was, (is as { id?: string } | null)?.id ?? is]),
    ).toEqual([
      ['changed', null, 'Deal name'],
      ['gone', { id: 'amount', node: 'field', field: 'amount' }, null],
      ['added', null, 'more'],
    ]);
    expect(news.map(({ op }) => op).toSorted()).toEqual(['add', 'hide', 'set']);
  });

  test('is none where they agree', () => {
    const { conflicts } = threeWay(tree, upgraded, [
      { op: 'set', id: 'name', path: 'label', value: 'Deal name' },
    ]);
    expect(conflicts).toEqual([]);
  });
});
