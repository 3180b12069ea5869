import { defineScreen } from '../../../core/index.ts';

const field = (name: string, visible?: string) => ({
  id: name,
  node: 'field' as const,
  field: name,
  ...(visible !== undefined && { visible }),
});

/** What somebody at the phone knows; what was said is written on its page. */
export const ticketForm = defineScreen({
  id: 'service.ticket-form',
  kind: 'form',
  entity: 'ticket',
  isFirst: true,
  body: [
    ...['subject', 'contact', 'account'].map((name) => field(name)),
    ...['requesterName', 'requesterEmail'].map((name) => field(name, 'contact = null')),
    ...['channel', 'priority', 'product', 'queue', 'assignee', 'deal'].map((name) => field(name)),
  ],
});
