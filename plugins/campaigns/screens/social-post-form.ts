import { defineScreen } from '../../../core/index.ts';

/** A name and a day are enough to begin with: text and accounts stand on the page, beside the preview. */
export const socialPostForm = defineScreen({
  id: 'campaigns.social-post-form',
  kind: 'form',
  entity: 'social-post',
  isFirst: true,
  body: [
    { id: 'name', node: 'field', field: 'name' },
    { id: 'plannedFor', node: 'field', field: 'plannedFor' },
    { id: 'campaign', node: 'field', field: 'campaign' },
    { id: 'text', node: 'field', field: 'text' },
  ],
});
