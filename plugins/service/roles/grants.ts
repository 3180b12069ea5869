import { ticketOutcome } from '../entities/ticket.ts';

/** Whoever works on requests reads what came of them, and changes it by working on them alone. */
export const outcome = Object.fromEntries(ticketOutcome.map((field) => [field, 'read-only' as const]));

/** That somebody is writing is told to everybody at work; what they write is theirs until they send it. */
export const whoIsWriting = {
  entity: 'ticket-draft',
  actions: ['read'],
  fields: { text: 'hidden' },
} as const;
