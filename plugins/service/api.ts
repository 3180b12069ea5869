/** What plugins that list `service` in `uses` may call and extend. */
export { statusIds, type Ticket, type TicketStatus } from './entities/ticket.ts';
export type { TicketMessage } from './entities/ticket-message.ts';
