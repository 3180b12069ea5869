import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name, readOnly: true });

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
      children: [
        ...['order', 'state', 'promotion', 'code', 'customer', 'spent', 'discount', 'gift', 'redeemedAt'].map(
          field,
        ),
        { ...field('cancelledAt'), visible: "state = 'cancelled'" },
        { ...field('reason'), visible: "state = 'cancelled'" },
      ],
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
