import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** A draft; who approves it says what is published. */
export const articleForm = defineScreen({
  id: 'service.article-form',
  kind: 'form',
  entity: 'article',
  isFirst: true,
  body: ['title', 'language', 'summary', 'body', 'words'].map(field),
});
