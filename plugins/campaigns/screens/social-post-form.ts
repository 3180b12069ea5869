import { defineScreen, fields } from '../../../core/index.ts';

/** A name and a day are enough to begin with: text and accounts stand on the page, beside the preview. */
export const socialPostForm = defineScreen({
  id: 'campaigns.social-post-form',
  kind: 'form',
  entity: 'social-post',
  isFirst: true,
  body: fields('name', 'plannedFor', 'campaign', 'text'),
});
