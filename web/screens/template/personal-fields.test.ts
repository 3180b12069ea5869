import { expect, test } from 'vitest';
import type { MetaEntity } from '../../data/meta.ts';
import { personalFields } from './personal-fields.ts';

const field = (id: string, type: MetaEntity['fields'][number]['type'], isSystem = false) => ({
  ...{ id, type, isSystem },
  label: id.toUpperCase(),
  access: 'read' as const,
});

const contact: MetaEntity = {
  ...{ id: 'contact', plugin: 'customers', title: 'name', owner: true },
  label: { one: 'Contact', many: 'Contacts' },
  fields: [
    field('name', 'text'),
    field('account', 'relation'),
    field('language', 'select'),
    field('id', 'text', true),
  ],
  can: { create: true, update: true, delete: true, import: true, export: true, run: true },
};

test('what is written out can stand in a mail, and of a relation what it names', () => {
  expect(personalFields(contact)).toEqual([
    { id: '{{ contact.name }}', label: 'NAME' },
    { id: '{{ contact.account.title }}', label: 'ACCOUNT' },
  ]);
});
