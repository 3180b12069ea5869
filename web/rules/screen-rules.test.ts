import type { ReactiveControllerHost } from 'lit';
import { expect, test } from 'vitest';
import type { ScreenNode } from '../../core/screen/definition.ts';
import type { Meta, MetaEntity, MetaField } from '../data/meta.ts';
import { ScreenRules } from './screen-rules.ts';

const field = (id: string, type: MetaField['type']): MetaField => ({ id, type, label: id, access: 'write' });
const entity: MetaEntity = {
  id: 'deal',
  plugin: 'sales',
  title: 'name',
  owner: true,
  label: { one: 'Deal', many: 'Deals' },
  fields: [
    field('name', 'text'),
    field('stage', 'select'),
    field('amount', 'money'),
    field('reason', 'text'),
  ],
  can: { create: true, update: true, delete: true, import: false, export: false, run: false },
};
const meta = { actor: { id: 'a', name: 'Ann' }, company: { timeZone: 'UTC' } } as unknown as Meta; // what rules read
const nodes: ScreenNode[] = [
  { id: 'n', node: 'field', field: 'name' },
  {
    id: 's',
    node: 'section',
    visible: "stage = 'lost'",
    children: [{ id: 'r', node: 'field', field: 'reason', required: 'amount >= 100' }],
  },
  { id: 'w', node: 'field', field: 'stage', visible: 'no such thing' },
];
const ids = (shown: readonly ScreenNode[]): string[] =>
  shown.flatMap((node) => [node.id, ...('children' in node ? ids(node.children) : [])]);

test('what has a rule appears once the rule can be decided, and as it says', async () => {
  let drawn = 0;
  const host = { addController: () => {}, requestUpdate: () => drawn++ } as unknown as ReactiveControllerHost; // all that is called
  const rules = new ScreenRules(host);
  const decide = (values: Record<string, unknown>) => rules.decide(nodes, { meta, entity, values });
  expect(ids(decide({ stage: 'lost' }))).toEqual(['n']);
  await expect.poll(() => drawn, { timeout: 20_000 }).toBe(1);
  expect(ids(decide({ stage: 'lost' }))).toEqual(['n', 's', 'r', 'w']);
  expect(ids(decide({ stage: 'won' }))).toEqual(['n', 'w']);
  expect(ids(decide({}))).toEqual(['n', 'w']);
  const requiredAt = (amount: unknown): unknown => {
    const section = decide({ stage: 'lost', amount })[1]!;
    return 'children' in section && section.children[0];
  };
  expect(requiredAt({ amount: '120.00', currency: 'EUR' })).toMatchObject({ required: 'true' });
  expect(requiredAt({ amount: '20.00', currency: 'EUR' })).not.toHaveProperty('required');
  expect(requiredAt(null)).not.toHaveProperty('required');
});

test('a tab of which nothing is left goes with it; one that was made empty stays', async () => {
  const tab = (id: string, children: ScreenNode[]): ScreenNode => ({ id, node: 'tab', children });
  const host = { addController: () => {}, requestUpdate: () => {} } as unknown as ReactiveControllerHost; // all that is called
  const rules = new ScreenRules(host);
  const tabs = [tab('t', [nodes[1]!]), tab('empty', [])];
  const decide = (stage: string) => ids(rules.decide(tabs, { meta, entity, values: { stage } }));
  await expect.poll(() => decide('lost'), { timeout: 20_000 }).toEqual(['t', 's', 'r', 'empty']);
  expect(decide('won')).toEqual(['empty']);
});
