import { defineScreen } from '../../../core/index.ts';

export const socialAccountList = defineScreen({
  id: 'campaigns.social-accounts',
  kind: 'list',
  entity: 'social-account',
  columns: ['name', 'network', 'language'],
  sort: ['name'],
  filters: ['network', 'language'],
});
