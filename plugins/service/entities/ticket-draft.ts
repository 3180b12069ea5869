import { defineEntity, longText, relation, select, text, user, type RecordOf } from '../../../core/index.ts';

/** What somebody is writing about a request: kept until it is said, and a sign for the others. */
export const ticketDraft = defineEntity({
  id: 'ticket-draft',
  title: 'name',
  icon: 'pencil',
  fields: {
    name: text({ required: true, max: 120 }),
    ticket: relation('ticket', { onDelete: 'clear' }),
    author: user({ required: true }),
    kind: select({
      required: true,
      default: 'outbound',
      options: [{ value: 'outbound' }, { value: 'note' }, { value: 'inbound' }],
    }),
    text: longText({ max: 100_000 }),
  },
  indexes: [['ticket'], ['author']],
  keptFor: { days: 90, after: 'updatedAt' },
  uniques: { once: { fields: ['ticket', 'author'] } },
});
export type TicketDraft = RecordOf<typeof ticketDraft>;
