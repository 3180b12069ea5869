import { expect, test } from 'vitest';
import type { Screen } from '../../../core/screen/definition.ts';
import { treeOf } from '../../../core/screen/tree/screen-tree.ts';
import type { OpenScreen } from './design-data.ts';
import { DesignModel } from './design-model.ts';
import { placeFor, shownIn } from './place-for.ts';

const screen: Screen = {
  id: 'a.b',
  kind: 'record',
  entity: 'deal',
  header: ['stage'],
  side: [
    {
      id: 'facts',
      node: 'section',
      children: ['name', 'stage', 'amount'].map((field) => ({ id: field, node: 'field' as const, field })),
    },
  ],
  body: [{ id: 'tabs', node: 'tabs', children: [{ id: 'one', node: 'tab', children: [] }] }],
};
const base = treeOf(screen);
const model = (): DesignModel =>
  // What the model reads of it.
  new DesignModel({ kind: 'record', base, tree: base, broken: [] } as unknown as OpenScreen);
const fields = (made: DesignModel): string[] => made.find('facts')!.children!.map(({ id }) => id);

test('what is done can be undone and done again', () => {
  const made = model();
  made.shift('amount', -1);
  expect([fields(made), made.isChanged]).toEqual([['name', 'amount', 'stage'], true]);
  made.set('facts', 'title', 'F');
  made.set('facts', 'title', 'Fa');
  made.undo();
  expect(made.find('facts')!['title']).toBeUndefined();
  made.undo();
  expect([fields(made), made.canUndo, made.isChanged]).toEqual([['name', 'stage', 'amount'], false, false]);
  made.redo();
  expect(fields(made)).toEqual(['name', 'amount', 'stage']);
});

test('only what may stand there is placed', () => {
  const made = model();
  const tab = { id: 'new', node: 'tab', children: [] };
  expect(made.insert(tab, { parent: '#body' })).toBe(false);
  expect(made.insert(tab, { parent: 'tabs', before: 'one' })).toBe(true);
  expect(made.move('facts', { parent: 'facts' })).toBe(false);
  expect(made.insert({ id: 'header.stage2', node: 'field', field: 'stage' }, { parent: '#header' })).toBe(
    false,
  );
  expect(made.move('stage', { parent: 'one' })).toBe(true);
});

test('what the base has is hidden, what was added goes, and both are marked', () => {
  const made = model();
  made.remove('stage');
  made.insert({ id: 'own', node: 'text', text: 'x' }, { parent: '#side' });
  made.set('name', 'label', 'Title');
  expect(Object.fromEntries(made.marks())).toEqual({ stage: 'hidden', own: 'added', name: 'changed' });
  made.unhide('stage');
  made.remove('own');
  made.resetProperty('name', 'label');
  expect([...made.marks()]).toEqual([]);
});

test('a field that is clicked in the palette moves only to where it is not yet', () => {
  const made = model();
  const stage = made.find('stage')!;
  const target = (selected: string): string | undefined => placeFor(made, stage, selected)?.parent;
  expect([shownIn(made, 'stage'), target('amount'), target('one')]).toEqual(['facts', 'facts', 'one']);
  made.remove('stage');
  expect(shownIn(made, 'stage')).toBeUndefined();
  expect(shownIn(made, 'new')).toBeUndefined();
});
