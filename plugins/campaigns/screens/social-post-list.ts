import { defineScreen } from '../../../core/index.ts';

export const socialPostList = defineScreen({
  id: 'campaigns.social-posts',
  kind: 'list',
  entity: 'social-post',
  columns: ['name', 'status', 'plannedFor', 'campaign', 'postedAt', 'owner'],
  sort: ['-plannedFor'],
  filters: ['status', 'plannedFor', 'campaign', 'owner'],
});
