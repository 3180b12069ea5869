import { defineScreen } from '../../../core/index.ts';

const field = (name: string, visible?: string) => ({
  id: name,
  node: 'field' as const,
  field: name,
  ...(visible !== undefined && { visible }),
});

/** What buyers get, from what on, how often and when; all else, and its start, on its page. */
export const promotionForm = defineScreen({
  id: 'campaigns.promotion-form',
  kind: 'form',
  entity: 'promotion',
  isFirst: true,
  body: [
    ...['name', 'kind', 'benefit'].map((name) => field(name)),
    field('percent', "benefit = 'percent'"),
    field('amount', "benefit = 'amount'"),
    field('gift', "benefit = 'gift'"),
    field('minimumSpend'),
    field('isRepeated', "benefit = 'amount'"),
    ...['totalLimit', 'customerLimit', 'startsOn', 'endsOn'].map((name) => field(name)),
    ...['startsAt', 'endsAt'].map((name) => field(name, "kind = 'flash-sale'")),
    field('campaign'),
  ],
});
