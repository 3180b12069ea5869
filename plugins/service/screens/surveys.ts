import { defineScreen } from '../../../core/index.ts';

export const surveys = defineScreen({
  id: 'service.surveys',
  kind: 'list',
  entity: 'survey',
  nav: { group: 'service', icon: 'star', order: 55 },
  columns: ['name', 'kind', 'score', 'comment', 'contact', 'account', 'sentAt', 'answeredAt'],
  sort: ['-sentAt'],
  filters: ['kind', 'account', 'answeredAt'],
});
