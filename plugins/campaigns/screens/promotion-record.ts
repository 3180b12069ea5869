import { defineScreen, type ScreenNode } from '../../../core/index.ts';

const field = (name: string, visible?: string): ScreenNode => ({
  id: name,
  node: 'field',
  field: name,
  ...(visible !== undefined && { visible }),
});

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
      children: [
        ...['name', 'kind', 'benefit'].map((name) => field(name)),
        field('percent', "benefit = 'percent'"),
        field('amount', "benefit = 'amount'"),
        field('gift', "benefit = 'gift'"),
        field('mostDiscount', "benefit != 'gift'"),
      ],
    },
    {
      id: 'conditions',
      node: 'section',
      title: 'campaigns.screen.promotion.conditions',
      children: [
        field('minimumSpend'),
        field('isRepeated', "benefit = 'amount'"),
        ...['product', 'stacking', 'totalLimit', 'customerLimit'].map((name) => field(name)),
      ],
    },
    {
      id: 'time',
      node: 'section',
      title: 'campaigns.screen.promotion.time',
      children: ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'timeZone'].map((name) => field(name)),
    },
    {
      id: 'about',
      node: 'section',
      title: 'campaigns.screen.promotion.about',
      children: [
        ...['state', 'campaign', 'terms', 'owner'].map((name) => field(name)),
        // Counted in its overview.
        ...['redeemed', 'discounted'].map((name) => ({ ...field(name), hidden: true })),
      ],
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
