import { defineScreen } from '../../../core/index.ts';

export const articles = defineScreen({
  id: 'service.articles',
  kind: 'list',
  entity: 'article',
  nav: { group: 'service', icon: 'book-open', order: 54 },
  columns: [
    { field: 'title', width: 320 },
    'status',
    'language',
    'edition',
    'helped',
    'helpedNot',
    'owner',
    'updatedAt',
  ],
  sort: ['title'],
  filters: ['status', 'language', 'owner'],
});
