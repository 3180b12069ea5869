import { describe, expect, it } from 'vitest';
import type { Command } from './palette-commands.ts';
import { paletteOrder } from './palette-order.ts';

const command = (label: string, group = 'Screens'): Command => ({ label, group, icon: 'box', run: () => {} });
const actions = ['Workflow board', 'Flows of last week', 'Flows', 'Accounts'].map((label) => command(label));
const records = [command('Change the address on your invoice', 'Records')];
const labels = (text: string, found = records): string[] =>
  paletteOrder(actions, found, text).map((each) => each.label);

describe('the order of the palette', () => {
  it('keeps a place typed by its name first when records come in after it', () => {
    expect(labels('flows', [])[0]).toBe('Flows');
    expect(labels('flows')).toEqual(['Flows', 'Flows of last week', 'Change the address on your invoice']);
  });

  it('puts what only contains the words behind the records', () => {
    expect(labels('flow')).toEqual([
      'Flows of last week',
      'Flows',
      'Change the address on your invoice',
      'Workflow board',
    ]);
  });

  it('lists places alone while nothing is typed', () => {
    expect(labels('  ')).toEqual(actions.map((each) => each.label));
  });
});
