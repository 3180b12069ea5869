import { defineEntity, longText, text, type RecordOf } from '../../../core/index.ts';

/** A mail as MJML with Liquid: `{{ contact.name }}`. */
export const template = defineEntity({
  id: 'template',
  title: 'name',
  icon: 'mail',
  search: ['name', 'subject'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    subject: text({ required: true, max: 300 }),
    body: longText({ required: true, max: 200_000 }),
  },
  indexes: [['name']],
});
export type Template = RecordOf<typeof template>;
