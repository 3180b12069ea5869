import { z } from 'zod';
import { placesOf } from './minor.ts';

const amount = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'amount-malformed');

export const basketShape = z
  .strictObject({
    currency: z
      .string()
      .length(3)
      .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'basket-currency'),
    lines: z
      .array(
        z.strictObject({
          /** The product's id, where promotions for single products are to find it. */
          product: z.uuid().optional(),
          quantity: z.number().int().min(1).max(100_000).default(1),
          /** Of one piece. */
          price: amount,
        }),
      )
      .min(1)
      .max(500),
  })
  .refine(
    ({ currency, lines }) =>
      lines.every(({ price }) => (price.split('.')[1] ?? '').length <= placesOf(currency)),
    { path: ['lines'], message: 'amount-places' },
  );
export type Basket = z.output<typeof basketShape>;

export const askShape = z.strictObject({
  codes: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  /** Who buys: the id of a contact, or an address that finds it. */
  customer: z.uuid().optional(),
  email: z.email().max(254).optional(),
  basket: basketShape,
});
export type Ask = z.output<typeof askShape>;

export const redeemShape = askShape.extend({
  /** The shop's number of the order: asked again with the same one, the answer is the same. */
  order: z.string().trim().min(1).max(100),
});
