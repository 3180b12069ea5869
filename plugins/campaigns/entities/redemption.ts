import { dateTime, defineEntity, money, relation, select, text, type RecordOf } from '../../../core/index.ts';

const states = [
  { value: 'redeemed', color: 'good' },
  { value: 'cancelled', color: 'neutral' },
] as const;

/** That an order got a promotion. What was redeemed is counted from these, so that no counter can differ from them. */
export const redemption = defineEntity({
  id: 'redemption',
  title: 'order',
  icon: 'receipt',
  search: ['order', 'customer.name', 'code.code'],
  fields: {
    order: text({ required: true, max: 100 }),
    promotion: relation('promotion', { onDelete: 'restrict', required: true }),
    code: relation('promotion-code', { onDelete: 'restrict' }),
    customer: relation('contact', { onDelete: 'clear' }),
    state: select({ options: states, required: true, default: 'redeemed' }),
    spent: money(),
    discount: money(),
    gift: relation('product', { onDelete: 'restrict' }),
    redeemedAt: dateTime(),
    cancelledAt: dateTime(),
    reason: text({ max: 500 }),
  },
  indexes: [['promotion', 'state', 'customer'], ['code', 'state'], ['order']],
});
export type Redemption = RecordOf<typeof redemption>;
