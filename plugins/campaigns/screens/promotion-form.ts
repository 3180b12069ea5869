import { defineScreen, fields } from '../../../core/index.ts';

/** What buyers get, from what on, how often and when; all else, and its start, on its page. */
export const promotionForm = defineScreen({
  id: 'campaigns.promotion-form',
  kind: 'form',
  entity: 'promotion',
  isFirst: true,
  body: fields(
    'name',
    'kind',
    'benefit',
    { field: 'percent', visible: "benefit = 'percent'" },
    { field: 'amount', visible: "benefit = 'amount'" },
    { field: 'gift', visible: "benefit = 'gift'" },
    'minimumSpend',
    { field: 'isRepeated', visible: "benefit = 'amount'" },
    'totalLimit',
    'customerLimit',
    'startsOn',
    'endsOn',
    { field: ['startsAt', 'endsAt'], visible: "kind = 'flash-sale'" },
    'campaign',
  ),
});
