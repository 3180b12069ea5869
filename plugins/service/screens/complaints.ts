import { defineScreen } from '../../../core/index.ts';

export const complaints = defineScreen({
  id: 'service.complaints',
  kind: 'board',
  entity: 'complaint',
  nav: { group: 'service', icon: 'message-square-warning', order: 53 },
  lanes: { field: 'status' },
  card: ['subject', 'number', 'account', 'cause', 'responsible', 'compensation'],
  filters: ['cause', 'account', 'responsible'],
});
