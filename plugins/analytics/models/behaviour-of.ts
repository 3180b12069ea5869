import type { CustomerPurchases } from './analyse.ts';
import type { Behaviour } from './churn.ts';

/** What somebody's purchases look like on a day. */
export const behaviourOf = (
  { purchases, revenue, first, last }: Omit<CustomerPurchases, 'id'>,
  day: number,
): Behaviour => ({ recency: day - last, purchases, mean: revenue / purchases, tenure: day - first });
