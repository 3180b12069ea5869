import { defineScreen } from '../../../core/index.ts';

export const ticketBoard = defineScreen({
  id: 'service.board',
  kind: 'board',
  entity: 'ticket',
  nav: { group: 'service', icon: 'kanban', order: 50 },
  lanes: { field: 'status' },
  card: ['subject', 'number', 'priority', 'account', 'assignee', 'level', 'nextDue'],
  filters: ['assignee', 'queue', 'priority', 'level', 'account'],
});
