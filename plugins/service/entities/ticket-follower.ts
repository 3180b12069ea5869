import { defineEntity, relation, text, user, type RecordOf } from '../../../core/index.ts';

/** Somebody who wants to hear what happens to a request. */
export const ticketFollower = defineEntity({
  id: 'ticket-follower',
  title: 'name',
  icon: 'bell',
  fields: {
    ticket: relation('ticket', { onDelete: 'clear' }),
    person: user({ required: true }),
    name: text({ required: true, max: 120 }),
  },
  indexes: [['ticket'], ['person']],
  uniques: { once: { fields: ['ticket', 'person'] } },
});
export type TicketFollower = RecordOf<typeof ticketFollower>;
