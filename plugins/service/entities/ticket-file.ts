import { defineEntity, file, relation, text, type RecordOf } from '../../../core/index.ts';

/** A file that came with a message, or went out with one. */
export const ticketFile = defineEntity({
  id: 'ticket-file',
  title: 'name',
  icon: 'paperclip',
  fields: {
    ticket: relation('ticket', { onDelete: 'clear' }),
    message: relation('ticket-message', { onDelete: 'clear' }),
    name: text({ required: true, max: 200 }),
    file: file({ required: true, max: 25 }),
  },
  indexes: [['ticket'], ['message']],
});
export type TicketFile = RecordOf<typeof ticketFile>;
