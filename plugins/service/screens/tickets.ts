import { defineScreen } from '../../../core/index.ts';

export const tickets = defineScreen({
  id: 'service.tickets',
  kind: 'list',
  entity: 'ticket',
  nav: { group: 'service', icon: 'ticket', order: 51 },
  columns: [
    { field: 'number', width: 96 },
    { field: 'subject', width: 300 },
    'status',
    'priority',
    'level',
    'nextDue',
    'account',
    'requesterName',
    'queue',
    'assignee',
    'lastMessageAt',
  ],
  sort: ['-lastMessageAt'],
  filters: ['status', 'assignee', 'queue', 'priority', 'level', 'account', 'channel'],
});
