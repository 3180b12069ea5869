import {
  boolean,
  dateTime,
  defineEntity,
  email,
  longText,
  relation,
  richText,
  select,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

/** One thing that was said about a request: by the customer, to the customer, or among ourselves. */
export const ticketMessage = defineEntity({
  id: 'ticket-message',
  title: 'summary',
  icon: 'message-square',
  search: ['text', 'from'],
  fields: {
    ticket: relation('ticket', { onDelete: 'clear' }),
    kind: select({
      required: true,
      default: 'note',
      options: [
        { value: 'inbound', color: 'accent' },
        { value: 'outbound', color: 'good' },
        { value: 'note', color: 'warn' },
      ],
    }),
    summary: text({ required: true, max: 200 }),
    text: longText({ required: true, max: 200_000 }),
    html: richText({ max: 400_000, isHidden: true }),
    from: text({ max: 320 }),
    to: email(),
    author: user(),
    at: dateTime({ required: true }),
    /** Who says that it comes from the sender: the receiving mail server. */
    sender: select({
      options: [
        { value: 'verified', color: 'good' },
        { value: 'unknown', color: 'neutral' },
        { value: 'failed', color: 'bad' },
      ],
    }),
    isAutomatic: boolean({ default: false }),
    /** What the bot answered with. */
    article: relation('article', { onDelete: 'clear', isHidden: true }),
    /** What a visitor wants of the bot. */
    toBot: select({
      isHidden: true,
      options: [{ value: 'question' }, { value: 'person' }, { value: 'helped' }],
    }),
    mail: text({ max: 1_000, isHidden: true }),
  },
  indexes: [['ticket', 'at']],
});
export type TicketMessage = RecordOf<typeof ticketMessage>;
