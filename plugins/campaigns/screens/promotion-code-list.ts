import { defineScreen } from '../../../core/index.ts';

export const promotionCodeList = defineScreen({
  id: 'campaigns.codes',
  kind: 'list',
  entity: 'promotion-code',
  columns: ['code', 'promotion', 'state', 'redemptionLimit', 'redeemed', 'customer', 'createdAt'],
  sort: ['code'],
  filters: ['promotion', 'state', 'customer'],
});
