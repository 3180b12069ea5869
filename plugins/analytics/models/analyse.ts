/** From what customers bought to what can be said about each: scores, segment, expectations, risk. */
import { aliveProbability, expectedPurchases, fitBgNbd, knowsLeaving, type BgNbd } from './bg-nbd.ts';
import { churnRisk, type ChurnModel, type Reason } from './churn.ts';
import { behaviourOf } from './behaviour-of.ts';
import { expectedValue, fitGammaGamma, type GammaGamma } from './gamma-gamma.ts';
import { rfmScores, rfmSegment, type RfmScores, type RfmSegment } from './rfm.ts';

/** Days are numbers of whole days since 1970. */
export interface CustomerPurchases {
  id: string;
  purchases: number;
  /** All in one currency. */
  revenue: number;
  first: number;
  last: number;
}

export interface Analysis {
  id: string;
  scores: RfmScores;
  segment: RfmSegment;
  /** Absent where there are too few customers to tell, and for who has bought once. */
  alive?: number;
  /** Within the next 365 days. */
  expectedPurchases?: number;
  expectedRevenue?: number;
  churn?: { risk: number; reasons: Reason[] };
}

const week = 7;
const year = 365;

/** `today` in days; `churn` as it was learned, null where there was too little to learn from. */
export function analyse(
  customers: readonly CustomerPurchases[],
  { today, churn }: { today: number; churn: ChurnModel | null },
): Analysis[] {
  const scores = rfmScores(
    customers.map(({ last, purchases, revenue }) => ({
      recency: today - last,
      frequency: purchases,
      monetary: revenue,
    })),
  );
  const models = {
    rates: fitBgNbd(customers.map((each) => ratesOf(each, today))),
    values: valuesOf(customers),
  };
  return customers.map((customer, index) => ({
    id: customer.id,
    scores: scores[index]!,
    segment: rfmSegment(scores[index]!),
    ...expectations(customer, models, today),
    ...(churn && { churn: churnRisk(churn, behaviourOf(customer, today)) }),
  }));
}

interface Models {
  rates: BgNbd | null;
  values: GammaGamma | null;
}

function expectations(
  customer: CustomerPurchases,
  { rates, values }: Models,
  today: number,
): Pick<Analysis, 'alive' | 'expectedPurchases' | 'expectedRevenue'> {
  if (!rates) return {};
  const own = ratesOf(customer, today);
  const purchases = Math.max(0, expectedPurchases(rates, own, year / week));
  const spending = { purchases: customer.purchases, mean: customer.revenue / customer.purchases };
  return {
    // Of who has bought once the model says 1 whatever happened since.
    ...(knowsLeaving(rates) && customer.purchases > 1 && { alive: aliveProbability(rates, own) }),
    expectedPurchases: purchases,
    ...(values && spending.mean > 0 && { expectedRevenue: purchases * expectedValue(values, spending) }),
  };
}

/** In weeks, as the published example: the numbers of the model stay of a size that is easy to search. */
const ratesOf = ({ purchases, first, last }: CustomerPurchases, today: number) => ({
  frequency: purchases - 1,
  recency: (last - first) / week,
  age: (today - first) / week,
});

const valuesOf = (customers: readonly CustomerPurchases[]): GammaGamma | null =>
  fitGammaGamma(
    customers
      .filter(({ purchases, revenue }) => purchases > 1 && revenue > 0)
      .map(({ purchases, revenue }) => ({ purchases, mean: revenue / purchases })),
  );
