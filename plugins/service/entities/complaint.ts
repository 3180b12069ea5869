import {
  autoNumber,
  boolean,
  dateTime,
  defineEntity,
  longText,
  money,
  relation,
  select,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

/** Something that went wrong for a customer: it is made good, and its cause is known afterwards. */
export const complaint = defineEntity({
  id: 'complaint',
  title: 'subject',
  icon: 'message-square-warning',
  search: ['number', 'subject', 'account.name'],
  fields: {
    number: autoNumber({ prefix: 'C-', digits: 5 }),
    subject: text({ required: true, max: 300 }),
    status: select({
      required: true,
      default: 'registered',
      options: [
        { value: 'registered', color: 'accent' },
        { value: 'apologised', color: 'violet' },
        { value: 'investigated', color: 'warn' },
        { value: 'solved', color: 'good' },
        { value: 'followed-up', color: 'neutral' },
      ],
    }),
    cause: select({
      options: [
        { value: 'product' },
        { value: 'delivery' },
        { value: 'price' },
        { value: 'service' },
        { value: 'information' },
        { value: 'other' },
      ],
    }),
    description: longText({ max: 20_000 }),
    findings: longText({ max: 20_000 }),
    solution: longText({ max: 20_000 }),
    compensation: money(),
    isCovered: boolean(),
    isContent: boolean(),
    ticket: relation('ticket', { onDelete: 'clear' }),
    survey: relation('survey', { onDelete: 'clear' }),
    contact: relation('contact', { onDelete: 'clear' }),
    account: relation('account', { onDelete: 'clear' }),
    responsible: user(),
    solvedAt: dateTime(),
  },
  indexes: [['status'], ['cause'], ['account'], ['contact'], ['ticket'], ['survey'], ['responsible']],
});
export type Complaint = RecordOf<typeof complaint>;
