import {
  autoNumber,
  boolean,
  dateTime,
  defineEntity,
  duration,
  email,
  integer,
  relation,
  rollup,
  select,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

export const statusIds = ['new', 'open', 'waiting', 'solved', 'closed'] as const;
export type TicketStatus = (typeof statusIds)[number];

export const priorities = [
  { value: 'low', color: 'neutral' },
  { value: 'normal', color: 'accent' },
  { value: 'high', color: 'warn' },
  { value: 'urgent', color: 'bad' },
] as const;

/** A customer's request, from the first word to its solution. Its words are its messages. */
export const ticket = defineEntity({
  id: 'ticket',
  title: 'subject',
  icon: 'ticket',
  search: ['number', 'subject', 'requesterName', 'requesterEmail', 'account.name'],
  fields: {
    number: autoNumber({ prefix: 'T-', digits: 6 }),
    subject: text({ required: true, max: 300 }),
    status: select({
      required: true,
      default: 'new',
      options: [
        { value: 'new', color: 'accent' },
        { value: 'open', color: 'warn' },
        { value: 'waiting', color: 'violet' },
        { value: 'solved', color: 'good' },
        { value: 'closed', color: 'neutral' },
      ],
    }),
    priority: select({ required: true, default: 'normal', options: priorities }),
    channel: select({
      required: true,
      default: 'phone',
      options: [
        { value: 'mail' },
        { value: 'phone' },
        { value: 'form' },
        { value: 'portal' },
        { value: 'chat' },
        { value: 'other' },
      ],
    }),
    queue: relation('service-queue', { onDelete: 'clear' }),
    assignee: user(),
    contact: relation('contact', { onDelete: 'clear' }),
    account: relation('account', { onDelete: 'clear' }),
    product: relation('product', { onDelete: 'clear' }),
    /** That of the customer on the day the request came, for the product or for all. */
    contract: relation('service-contract', { onDelete: 'clear' }),
    deal: relation('opportunity', { onDelete: 'clear' }),
    requesterName: text({ max: 200 }),
    requesterEmail: email(),
    level: select({
      options: [
        { value: 'on-time', color: 'good' },
        { value: 'paused', color: 'neutral' },
        { value: 'close', color: 'warn' },
        { value: 'late', color: 'bad' },
        { value: 'kept', color: 'good' },
      ],
    }),
    policy: relation('sla-policy', { onDelete: 'clear' }),
    /** The first of the times below that is still to be kept; empty while the customer is waited for. */
    nextDue: dateTime(),
    warnAt: dateTime({ isHidden: true }),
    firstAnswerDue: dateTime(),
    nextAnswerDue: dateTime(),
    solutionDue: dateTime(),
    firstAnsweredAt: dateTime(),
    solvedAt: dateTime(),
    /** Since when the clock stands, because the customer is waited for. */
    pausedAt: dateTime(),
    /** Working time in which the customer was waited for. */
    paused: duration({ isHidden: true }),
    /** Since when the customer waits for the next answer. */
    askedAt: dateTime({ isHidden: true }),
    lastMessageAt: dateTime(),
    mergedInto: relation('ticket', { onDelete: 'clear' }),
    /** A chat that no person has yet. */
    isWithBot: boolean({ default: false }),
    satisfaction: integer({ min: 0, max: 10 }),
    messages: rollup('ticket-message', 'count', { by: 'ticket' }),
  },
  indexes: [
    ['status', 'nextDue'],
    ['assignee', 'status'],
    ['queue', 'status'],
    ['contact'],
    ['account'],
    ['contract'],
    ['deal'],
    ['requesterEmail'],
    ['mergedInto'],
  ],
});
export type Ticket = RecordOf<typeof ticket>;

/** What follows from what was said and promised, and from what customers say: nobody enters it. */
export const ticketOutcome = [
  ...['level', 'policy', 'nextDue', 'firstAnswerDue', 'nextAnswerDue', 'solutionDue', 'firstAnsweredAt'],
  ...['solvedAt', 'pausedAt', 'lastMessageAt', 'mergedInto', 'isWithBot', 'satisfaction'],
] as const;
