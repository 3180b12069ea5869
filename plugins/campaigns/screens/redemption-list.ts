import { defineScreen } from '../../../core/index.ts';

export const redemptionList = defineScreen({
  id: 'campaigns.redemptions',
  kind: 'list',
  entity: 'redemption',
  columns: ['order', 'promotion', 'code', 'customer', 'state', 'spent', 'discount', 'redeemedAt'],
  sort: ['-redeemedAt'],
  filters: ['promotion', 'state', 'customer', 'redeemedAt'],
});
