import {
  dateTime,
  defineEntity,
  integer,
  longText,
  relation,
  richText,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

/** An article as it was approved. It does not change any more. */
export const articleVersion = defineEntity({
  id: 'article-version',
  title: 'title',
  icon: 'book-check',
  fields: {
    article: relation('article', { onDelete: 'clear' }),
    number: integer({ required: true, min: 1 }),
    title: text({ required: true, max: 200 }),
    summary: longText({ max: 1_000 }),
    body: richText({ required: true, max: 100_000 }),
    publishedAt: dateTime({ required: true }),
    approvedBy: user(),
  },
  indexes: [['article', 'number']],
  uniques: { once: { fields: ['article', 'number'] } },
});
export type ArticleVersion = RecordOf<typeof articleVersion>;
