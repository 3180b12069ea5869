import { api, type Money, type Reference } from '../../../../web/index.ts';

export interface Quote {
  toPay: Money;
  discount: Money;
  applied: {
    promotion: string;
    name: string;
    code: string | null;
    discount: Money;
    gift: Reference | null;
  }[];
  refused: { promotion?: string; code: string | null; sentence: string }[];
}

const base = '/api/plugins/campaigns';

export const readState = (id: string): Promise<{ isOn: boolean; sentence: string }> =>
  api.get(`${base}/promotions/${id}`);

export const quoteBasket = (input: {
  price: string;
  currency: string;
  code: string;
  email: string;
}): Promise<Quote> =>
  api.post(`${base}/quote`, {
    codes: input.code ? [input.code] : [],
    ...(input.email && { email: input.email }),
    basket: { currency: input.currency, lines: [{ price: input.price }] },
  });

export const makeCodes = (
  id: string,
  input: { count: number; prefix: string; redemptionLimit: number | null },
): Promise<{ made: number }> => api.post(`${base}/promotions/${id}/codes`, input);

export const cancelRedemption = (id: string, reason: string): Promise<unknown> =>
  api.post(`${base}/redemptions/${id}/cancel`, { reason });
