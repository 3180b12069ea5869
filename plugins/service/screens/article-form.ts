import { defineScreen, fields } from '../../../core/index.ts';

/** A draft; who approves it says what is published. */
export const articleForm = defineScreen({
  id: 'service.article-form',
  kind: 'form',
  entity: 'article',
  isFirst: true,
  body: fields('title', 'language', 'summary', 'body', 'words'),
});
