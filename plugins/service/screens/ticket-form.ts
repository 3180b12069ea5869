import { defineScreen, fields } from '../../../core/index.ts';

/** What somebody at the phone knows; what was said is written on its page. */
export const ticketForm = defineScreen({
  id: 'service.ticket-form',
  kind: 'form',
  entity: 'ticket',
  isFirst: true,
  body: fields(
    'subject',
    'contact',
    'account',
    { field: ['requesterName', 'requesterEmail'], visible: 'contact = null' },
    'channel',
    'priority',
    'product',
    'queue',
    'assignee',
    'deal',
  ),
});
