import { addDays, dayIn, type DemoServices, type Values } from '../../../core/index.ts';
import { numbers } from './numbers.ts';

const dayMs = 86_400_000;
const dayOf = ({ now }: DemoServices, daysAhead: number): string => addDays(dayIn(now), daysAhead);

const promotions = (services: DemoServices, gift: string | undefined): Values[] => [
  {
    ...{
      name: 'Ten percent for the fair',
      kind: 'coupon',
      state: 'active',
      benefit: 'percent',
      percent: '10',
    },
    ...{ mostDiscount: 500, totalLimit: 200, customerLimit: 1 },
    ...{ startsOn: dayOf(services, -20), endsOn: dayOf(services, 25) },
    terms: 'Once for each customer; not more than 500 off.',
  },
  {
    ...{ name: 'Fifty off each thousand', kind: 'spend-and-save', state: 'active', benefit: 'amount' },
    ...{ amount: 50, minimumSpend: 1000, isRepeated: true, startsOn: dayOf(services, -40) },
  },
  {
    ...{ name: 'A Tessera Basic with large orders', kind: 'gift', state: 'paused', benefit: 'gift', gift },
    ...{ minimumSpend: 5000, stacking: 'alone' },
  },
  {
    ...{
      name: 'Evening of the open house',
      kind: 'flash-sale',
      state: 'ended',
      benefit: 'percent',
      percent: '15',
    },
    ...{ startsOn: dayOf(services, -30), startsAt: '17:00', endsOn: dayOf(services, -30), endsAt: '21:00' },
  },
];

/** Four promotions, the codes of the coupon, and what was redeemed of them lately. */
export async function createPromotions(services: DemoServices, contacts: readonly string[]): Promise<void> {
  const random = numbers(12);
  const [product] = await services.find('product', { name: { eq: 'Tessera Basic' } }, { limit: 1 });
  const [coupon, save] = await services.create('promotion', promotions(services, product?.id));
  const codes = await services.create(
    'promotion-code',
    ['FAIR-10', 'FAIR-PARTNER', 'FAIR-PRESS'].map((code, index) => ({
      ...{ code, promotion: coupon, state: index === 2 ? 'blocked' : 'active' },
      redemptionLimit: index === 0 ? 150 : 20,
    })),
  );
  const buyers = contacts.slice(0, 46);
  await services.create(
    'redemption',
    buyers.map((customer, index): Values => {
      const isCoupon = index % 3 !== 0;
      const spent = Math.round((isCoupon ? 200 : 1000) + random() * 2_400);
      const discount = isCoupon ? Math.min(500, Math.round(spent * 10) / 100) : Math.floor(spent / 1000) * 50;
      return {
        ...{ order: `A-${10_400 + index}`, promotion: isCoupon ? coupon : save, customer, spent, discount },
        ...(isCoupon && { code: codes[index % 7 === 1 ? 1 : 0] }),
        redeemedAt: new Date(services.now - (1 - index / buyers.length) * 19 * dayMs).toISOString(),
        ...(index === 17 && {
          ...{ state: 'cancelled', reason: 'The order was sent back.' },
          cancelledAt: new Date(services.now - dayMs).toISOString(),
        }),
      };
    }),
  );
}
