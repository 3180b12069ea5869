import type { Values } from '../../../core/index.ts';
import type { Analysis } from './analyse.ts';
import { dateOf } from './days.ts';
import type { Customer } from './read-purchases.ts';

/** The record of an analysis; `now` in milliseconds since 1970, `horizon` in days, absent where no risk was learned. */
export function valuesOf(
  customer: Customer,
  analysis: Analysis,
  { now, horizon }: { now: number; horizon?: number },
): Values & { account: string } {
  const { scores, segment, alive, churn } = analysis;
  const money = (amount: number | undefined): Values[string] =>
    amount === undefined || customer.currency === null
      ? null
      : { amount: amount.toFixed(2), currency: customer.currency };
  return {
    name: customer.name,
    account: customer.id,
    owner: customer.owner,
    segment,
    purchases: customer.purchases,
    revenue: money(customer.revenue),
    firstPurchase: dateOf(customer.first),
    lastPurchase: dateOf(customer.last),
    recencyScore: scores.recency,
    frequencyScore: scores.frequency,
    monetaryScore: scores.monetary,
    aliveProbability: rounded(alive, 3),
    expectedPurchases: rounded(analysis.expectedPurchases, 2),
    expectedRevenue: money(analysis.expectedRevenue && Math.round(analysis.expectedRevenue)),
    churnRisk: rounded(churn?.risk, 3),
    churnHorizon: horizon ?? null,
    churnReasons: churn?.reasons ?? [],
    analysedAt: new Date(now).toISOString(),
  };
}

const rounded = (value: number | undefined, places: number): number | null =>
  value === undefined ? null : Number(value.toFixed(places));
