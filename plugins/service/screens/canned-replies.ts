import { defineScreen } from '../../../core/index.ts';

export const cannedReplies = defineScreen({
  id: 'service.canned-replies',
  kind: 'list',
  entity: 'canned-reply',
  nav: { group: 'service', icon: 'text-quote', order: 59 },
  columns: ['name', 'text', 'queue'],
  sort: ['name'],
});
