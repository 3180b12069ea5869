import { defineScreen, fields } from '../../../core/index.ts';

export const promotionRecord = defineScreen({
  id: 'campaigns.promotion',
  kind: 'record',
  entity: 'promotion',
  header: ['state', 'kind', 'redeemed', 'discounted'],
  side: [
    {
      id: 'what',
      node: 'section',
      title: 'campaigns.screen.promotion.what',
      children: fields(
        'name',
        'kind',
        'benefit',
        { field: 'percent', visible: "benefit = 'percent'" },
        { field: 'amount', visible: "benefit = 'amount'" },
        { field: 'gift', visible: "benefit = 'gift'" },
        { field: 'mostDiscount', visible: "benefit != 'gift'" },
      ),
    },
    {
      id: 'conditions',
      node: 'section',
      title: 'campaigns.screen.promotion.conditions',
      children: fields(
        'minimumSpend',
        { field: 'isRepeated', visible: "benefit = 'amount'" },
        'product',
        'stacking',
        'totalLimit',
        'customerLimit',
      ),
    },
    {
      id: 'time',
      node: 'section',
      title: 'campaigns.screen.promotion.time',
      children: fields('startsOn', 'startsAt', 'endsOn', 'endsAt', 'timeZone'),
    },
    {
      id: 'about',
      node: 'section',
      title: 'campaigns.screen.promotion.about',
      children: fields(
        'state',
        'campaign',
        'terms',
        'owner',
        // Counted in its overview.
        { field: ['redeemed', 'discounted'], hidden: true },
      ),
    },
  ],
  body: [
    {
      id: 'work',
      node: 'element',
      element: 'campaigns-promotion',
      title: 'campaigns.screen.promotion.overview',
    },
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'redemptions',
          node: 'tab',
          title: 'campaigns.screen.promotion.redemptions',
          children: [
            {
              id: 'redeemed-list',
              node: 'related',
              entity: 'redemption',
              by: 'promotion',
              columns: ['order', 'state', 'code', 'customer', 'discount', 'redeemedAt'],
              sort: ['-redeemedAt'],
            },
          ],
        },
        {
          id: 'codes',
          node: 'tab',
          title: 'campaigns.screen.promotion.codes',
          visible: "kind = 'coupon'",
          children: [
            {
              id: 'code-list',
              node: 'related',
              entity: 'promotion-code',
              by: 'promotion',
              columns: ['code', 'state', 'redemptionLimit', 'redeemed', 'customer'],
              sort: ['code'],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
