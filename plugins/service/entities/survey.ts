import {
  dateTime,
  defineEntity,
  email,
  integer,
  longText,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** A question about how it was, and its answer. The scale is that of its kind: CSAT 1–5, CES 1–7, NPS 0–10. */
export const survey = defineEntity({
  id: 'survey',
  title: 'name',
  icon: 'star',
  search: ['name', 'comment'],
  fields: {
    name: text({ required: true, max: 300 }),
    kind: select({
      required: true,
      default: 'csat',
      options: [{ value: 'csat' }, { value: 'ces' }, { value: 'nps' }],
    }),
    score: integer({ min: 0, max: 10 }),
    comment: longText({ max: 5_000 }),
    ticket: relation('ticket', { onDelete: 'clear' }),
    contact: relation('contact', { onDelete: 'clear' }),
    account: relation('account', { onDelete: 'clear' }),
    email: email(),
    sentAt: dateTime(),
    answeredAt: dateTime(),
    expiresAt: dateTime(),
  },
  indexes: [['ticket'], ['contact'], ['account'], ['kind', 'answeredAt']],
});
export type Survey = RecordOf<typeof survey>;
