import { defineScreen } from '../../../core/index.ts';

export const socialPostBoard = defineScreen({
  id: 'campaigns.social-plan',
  kind: 'board',
  entity: 'social-post',
  lanes: { field: 'status' },
  card: ['name', 'plannedFor', 'campaign', 'owner'],
  filters: ['campaign', 'plannedFor', 'owner'],
});
