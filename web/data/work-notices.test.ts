import { beforeAll, expect, test } from 'vitest';
import type { Meta } from './meta.ts';
import type { WorkItem } from './work-items.ts';
import { isOffered, workNotices } from './work-notices.ts';
import { addTexts } from './i18n.ts';
import en from '../locales/en.json' with { type: 'json' };

beforeAll(() => addTexts('en', en));

// As much of both as is read.
const meta = {
  entities: [{ id: 'account' }],
  screens: [
    { id: 'account.form', entity: 'account' },
    { id: 'shop.form', entity: 'shop' },
  ],
  roles: [{ id: 'seller' }],
} as unknown as Meta;
const item = (rest: object): WorkItem => ({ form: null, assignee: null, ...rest }) as WorkItem;
const role = (id: string) => ({ candidates: { users: [], roles: [id] } });

test('a task whose form, choice, role or person is there says nothing', () => {
  const field = { id: 'a', type: 'relation', entity: 'account' };
  expect(workNotices(meta, item({ form: { screen: 'account.form' }, ...role('seller') }))).toEqual([]);
  expect(workNotices(meta, item({ form: { fields: [field, { id: 'b', type: 'text' }] } }))).toEqual([]);
});

test.each([
  ['a form', item({ form: { screen: 'gone.form' } }), /^The form of this task/],
  ['the records of a form', item({ form: { screen: 'shop.form' } }), /^The form of this task/],
  ['a role', item(role('wizard')), /^It was meant for a role/],
  ['a person', item({ note: 'assignee-left' }), /^The person it was meant for does not work here/],
  ['nobody', item({ note: 'assignee-nobody' }), /^The person it was meant for does not exist/],
  [
    'a kind of record to choose from',
    item({ form: { fields: [{ id: 's', type: 'relation', label: 'Shop', entity: 'shop' }] } }),
    /^“Shop” asks for records that are not there/,
  ],
])('%s that is gone is told', (_kind, told, sentence) => {
  expect(workNotices(meta, told)).toEqual([expect.stringMatching(sentence)]);
});

test('records that are gone are not offered', () => {
  expect(isOffered(meta, { type: 'relation', entity: 'shop' })).toBe(false);
  expect(isOffered(meta, { type: 'user' })).toBe(true);
});
