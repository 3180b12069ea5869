import { defineScreen } from '../../../core/index.ts';

export const promotionList = defineScreen({
  id: 'campaigns.promotions',
  kind: 'list',
  entity: 'promotion',
  nav: { group: 'marketing', icon: 'badge-percent', order: 70 },
  columns: ['name', 'state', 'kind', 'benefit', 'startsOn', 'endsOn', 'totalLimit', 'redeemed', 'discounted'],
  sort: ['-updatedAt'],
  filters: ['state', 'kind', 'benefit', 'owner', 'endsOn'],
});
