import { expect, test } from 'vitest';
import { disputedFields, donorOf, mergeBody } from './merge.ts';
import type { MetaEntity } from './meta.ts';
import type { RecordItem } from './records.ts';

const field = (id: string, more: object = {}) => ({
  id,
  type: 'text' as const,
  label: id,
  access: 'write' as const,
  ...more,
});
const entity: MetaEntity = {
  id: 'contact',
  plugin: 'customers',
  title: 'name',
  owner: true,
  label: { one: 'Contact', many: 'Contacts' },
  fields: [
    field('name'),
    field('city'),
    field('email'),
    field('account', { type: 'relation', entity: 'account' }),
    field('seen', { access: 'read' }),
  ],
  can: { create: true, update: true, delete: true, import: false, export: false, run: false },
};
const record = (id: string, values: object): RecordItem => ({
  id,
  version: 1,
  createdAt: '',
  updatedAt: '',
  ...values,
});
const records = [
  record('1', { name: 'Li', city: 'Wuhan', seen: 'a' }),
  record('2', { name: 'Na', city: 'Wuhan', email: 'b@x.cn', account: { id: 'a', title: 'A' }, seen: 'b' }),
  record('3', { name: 'Na', email: 'c@x.cn', account: { id: 'a', title: 'Other title' } }),
];

test('only fields in which they differ and that may be changed are asked about', () => {
  expect(disputedFields(entity, records).map(({ id }) => id)).toEqual(['name', 'email']);
});

test('a field takes the chosen value, else the winner’s, else the first there is', () => {
  const [name, , email] = entity.fields;
  expect(donorOf(name!, records, { winner: '1', chosen: '3' })?.id).toBe('3');
  expect(donorOf(name!, records, { winner: '1', chosen: undefined })?.id).toBe('1');
  expect(donorOf(email!, records, { winner: '1', chosen: undefined })?.id).toBe('2');
});

test('the server is told what differs from the winner', () => {
  expect(mergeBody(entity, records, { winner: '1', chosen: { name: '2', email: '3' } })).toEqual({
    into: '1',
    from: ['2', '3'],
    values: { name: 'Na', email: 'c@x.cn' },
  });
});
