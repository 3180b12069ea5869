import { defineEntity, longText, relation, select, text, type RecordOf } from '../../../core/index.ts';

/** A mail as MJML with Liquid: `{{ contact.name }}`. In other languages it is a template that names this one. */
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
    language: select({ options: ['en', 'zh-CN'] }),
    original: relation('template', { onDelete: 'clear' }),
  },
  indexes: [['name'], ['original']],
});
export type Template = RecordOf<typeof template>;
