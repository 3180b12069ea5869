import { expect, test } from 'vitest';
import words from '../screens/access/locales/zh-CN.json' with { type: 'json' };
import { definitionTitle } from './definition-title.ts';
import { addTexts } from './i18n.ts';
import type { Meta } from './meta.ts';

// The cast: as much of the description as names are read from.
const meta = {
  entities: [{ id: 'account', label: { one: '客户', many: '客户' } }],
  screens: [{ id: 'sales.account-list', label: '客户' }, { id: 'unnamed' }],
  roles: [{ id: 'sales.seller', label: '销售' }],
} as unknown as Meta;

test('entities, screens and roles are called in the reader’s language', () => {
  const called = (kind: string, id: string) => definitionTitle(meta, { kind, id, title: 'English' });
  expect(called('entity', 'account')).toBe('客户');
  expect(called('screen', 'sales.account-list')).toBe('客户');
  expect(called('role', 'sales.seller')).toBe('销售');
});

test('what is not here keeps the title it came with, and its id without one', () => {
  expect(definitionTitle(meta, { kind: 'screen', id: 'gone', title: 'Old list' })).toBe('Old list');
  expect(definitionTitle(meta, { kind: 'screen', id: 'unnamed', title: 'Accounts' })).toBe('Accounts');
  expect(definitionTitle(meta, { kind: 'flow', id: 'remind', title: 'Remind' })).toBe('Remind');
  expect(definitionTitle(meta, { kind: 'view', id: 'mine' })).toBe('mine');
  addTexts('en', words);
  const away = { kind: 'entity', id: 'rental.shop', title: 'rental.shop' };
  expect(definitionTitle(meta, away)).toBe('未安装的插件的“rental.shop”');
});

test('a navigation is called by whose it is', () => {
  addTexts('en', words);
  const called = (id: string) => definitionTitle(meta, { kind: 'navigation', id, title: 'Everybody' });
  expect(called('everybody')).toBe('所有人的导航');
  expect(called('sales.seller')).toBe('销售的导航');
  expect(called('gone')).toBe('Everybody');
});

test('a screen of one role or the phone says whose it is', () => {
  addTexts('en', { 'audit.phone': '手机', 'list.comma': '、' });
  const title = 'Accounts (sales.seller, phone)';
  expect(definitionTitle(meta, { kind: 'screen', id: 'sales.account-list', title })).toBe(
    '客户 (销售、手机)',
  );
});
