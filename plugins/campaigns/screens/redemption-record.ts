import { defineScreen, fields } from '../../../core/index.ts';

export const redemptionRecord = defineScreen({
  id: 'campaigns.redemption',
  kind: 'record',
  entity: 'redemption',
  header: ['state', 'promotion', 'discount', 'redeemedAt'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.redemption.facts',
      children: fields(
        {
          field: [
            'order',
            'state',
            'promotion',
            'code',
            'customer',
            'spent',
            'discount',
            'gift',
            'redeemedAt',
          ],
          readOnly: true,
        },
        { field: ['cancelledAt', 'reason'], readOnly: true, visible: "state = 'cancelled'" },
      ),
    },
  ],
  body: [
    {
      id: 'cancel',
      node: 'element',
      element: 'campaigns-redemption',
      title: 'campaigns.screen.redemption.cancel',
      visible: "state = 'redeemed'",
    },
    { id: 'timeline', node: 'timeline' },
  ],
});
