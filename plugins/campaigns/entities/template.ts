import { defineEntity, longText, relation, select, text, type RecordOf } from '../../../core/index.ts';

/** A mail with nothing in it yet, for the editor to put blocks into. */
const empty = `<mjml>
  <mj-body background-color="#f4f4f2">
    <mj-section background-color="#ffffff" padding="24px">
      <mj-column>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

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
    body: longText({ required: true, max: 200_000, default: empty }),
    language: select({ options: ['en', 'zh-CN'] }),
    original: relation('template', { onDelete: 'clear' }),
  },
  indexes: [['name'], ['original']],
});
export type Template = RecordOf<typeof template>;
