import { expect, test } from 'vitest';
import type { MetaField } from './meta.ts';
import type { WorkItem } from './work-items.ts';
import { groupWork, unticked } from './work-form.ts';

const field = (id: string, type: string, required = false) => ({ id, type, required }) as MetaField; // the rest is not read
const shown = [field('isContent', 'boolean'), field('approved', 'boolean', true), field('note', 'text')];

test('a box left unticked is no; what must be answered, and what is no box, is left to who fills it in', () => {
  const item = { form: { fields: [] } } as unknown as WorkItem; // only its form is read
  expect(unticked(item, shown)).toEqual({ isContent: false });
});

test('a form screen writes of its record what was changed', () => {
  expect(unticked({ form: { screen: 'a.b' } } as unknown as WorkItem, shown)).toEqual({});
});

test('what I may claim stands apart from what others may, also for who sees everything', () => {
  const item = (id: string, rest: object): WorkItem =>
    // Only what groups are made from.
    ({ id, state: 'open', assignee: null, due: null, priority: null, createdAt: '', ...rest }) as WorkItem;
  const items = [
    item('for-service', { candidates: { users: [], roles: ['service.manager'] } }),
    item('for-leads', { candidates: { users: [], roles: ['campaigns.lead'] } }),
    item('for-me', { candidates: { users: [{ id: 'me', title: 'Me' }], roles: [] } }),
    item('mine', { assignee: { id: 'me', title: 'Me' } }),
    item('hers', { assignee: { id: 'she', title: 'She' } }),
  ];
  const groups = groupWork(items, { id: 'me', roles: ['campaigns.lead'] });
  expect(groups.map(({ group, items: of }) => [group, of.map(({ id }) => id)])).toEqual([
    ['mine', ['mine']],
    ['open', ['for-leads', 'for-me']],
    ['team', ['for-service', 'hers']],
  ]);
});
