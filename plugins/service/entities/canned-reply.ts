import { defineEntity, longText, relation, text, type RecordOf } from '../../../core/index.ts';

/** Words that are often needed; `{{name}}`, `{{number}}` and `{{subject}}` are filled in. */
export const cannedReply = defineEntity({
  id: 'canned-reply',
  title: 'name',
  icon: 'text-quote',
  search: ['name', 'text'],
  fields: {
    name: text({ required: true, max: 120 }),
    text: longText({ required: true, max: 10_000 }),
    queue: relation('service-queue', { onDelete: 'clear' }),
  },
  indexes: [['name']],
});
export type CannedReply = RecordOf<typeof cannedReply>;
