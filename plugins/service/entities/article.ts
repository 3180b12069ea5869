import {
  defineEntity,
  integer,
  longText,
  richText,
  rollup,
  select,
  tags,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** What we know, as it is being written. Customers read the version that was approved last. */
export const article = defineEntity({
  id: 'article',
  title: 'title',
  icon: 'book-open',
  search: ['title', 'summary', 'body'],
  owner: true,
  fields: {
    title: text({ required: true, max: 200 }),
    summary: longText({ max: 1_000 }),
    body: richText({ required: true, max: 100_000 }),
    words: tags(),
    language: select({ required: true, default: 'en', options: [{ value: 'en' }, { value: 'zh' }] }),
    status: select({
      required: true,
      default: 'draft',
      options: [
        { value: 'draft', color: 'neutral' },
        { value: 'review', color: 'warn' },
        { value: 'published', color: 'good' },
        { value: 'retired', color: 'bad' },
      ],
    }),
    remark: longText({ max: 2_000 }),
    edition: integer({ min: 0, default: 0 }),
    helped: integer({ min: 0, default: 0 }),
    helpedNot: integer({ min: 0, default: 0 }),
    versions: rollup('article-version', 'count', { by: 'article' }),
  },
  indexes: [['status', 'title'], ['title']],
});
export type Article = RecordOf<typeof article>;
