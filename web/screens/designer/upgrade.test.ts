import { expect, test } from 'vitest';
import type { Screen } from '../../../core/screen/definition.ts';
import { applyOverlay } from '../../../core/screen/overlay/apply.ts';
import type { Operation } from '../../../core/screen/overlay/operation.ts';
import { threeWay } from '../../../core/screen/overlay/three-way.ts';
import { treeOf } from '../../../core/screen/tree/screen-tree.ts';
import type { Meta } from '../../data/meta.ts';
import type { OpenScreen } from './design-data.ts';
import { DesignModel } from './design-model.ts';
import type { Naming } from './node-label.ts';
import { originalWords, placeName, settleUpgrade } from './upgrade.ts';
import './texts.ts';

const screen = (...fields: { id: string; label?: string; help?: string }[]): Screen => ({
  id: 'a.b',
  kind: 'record',
  entity: 'deal',
  side: [
    {
      id: 'facts',
      node: 'section',
      children: fields.map((field) => ({ ...field, node: 'field' as const, field: field.id })),
    },
  ],
});
const then = treeOf(screen({ id: 'name' }, { id: 'page', label: 'Web site' }, { id: 'amount' }));
const now = treeOf(
  screen({ id: 'name', label: 'Deal', help: 'As signed' }, { id: 'amount', help: 'Without tax' }),
);
const overlay: Operation[] = [
  { op: 'set', id: 'name', path: 'label', value: 'Our deal' },
  { op: 'set', id: 'name', path: 'help', value: 'Short' },
  { op: 'set', id: 'page', path: 'label', value: 'Our page' },
  { op: 'hide', id: 'amount' },
];
const naming: Naming = {
  meta: { entities: [] } as unknown as Meta, // What names read of it.
  entity: 'deal',
  texts: {},
  flows: new Map(),
};

function upgraded(): DesignModel {
  const { tree, broken } = applyOverlay(now, overlay);
  // What the model reads of it.
  const opened = { kind: 'record', base: now, tree, broken, upgrade: threeWay(then, now, overlay) };
  return new DesignModel(opened as unknown as OpenScreen);
}

test('of two settings of one part, the original is taken for one and the own kept for the other', () => {
  const model = upgraded();
  const [name, help] = model.opened.upgrade!.conflicts;
  settleUpgrade(model, new Set([name!]));
  expect(model.find('name')).toMatchObject({ label: 'Deal', help: 'Short' });
  expect(help).toMatchObject({ operation: { path: 'help' } });
});

test('who keeps all their own can save it, and is not asked again', () => {
  const model = upgraded();
  expect(model.isChanged).toBe(false);
  settleUpgrade(model, new Set());
  expect([model.isChanged, model.operations().length, model.keep.length]).toEqual([true, 3, 1]);
});

test('a part that is gone is called as it was, and what changed about a part is said', () => {
  const model = upgraded();
  const { conflicts } = model.opened.upgrade!;
  const names = conflicts.map(({ operation }) => placeName(model, operation, naming));
  expect(names).toEqual(['Our deal', 'Our deal', 'Web site', 'amount']);
  const amount = conflicts.find(({ kind }) => kind === 'removed')!;
  expect(originalWords(amount, 'is', { model, naming })).toContain('Without tax');
});
