/**
 * The risk that a customer does not buy again within the horizon, learned from what others did: everybody as they were
 * one horizon ago, and whether they have bought since.
 */
import { fitLogistic, probability, type Logistic } from './logistic-regression.ts';

/** What may speak for leaving, one for each feature. */
export const reasons = [
  'long-silence',
  'few-purchases',
  'small-purchases',
  'short-relation',
  'rhythm-broken',
] as const;
export type Reason = (typeof reasons)[number];

/** As of one day. */
export interface Behaviour {
  /** Days since the last purchase. */
  recency: number;
  purchases: number;
  /** Mean value of a purchase, in one currency. */
  mean: number;
  /** Days since the first purchase. */
  tenure: number;
}

export interface ChurnModel {
  logistic: Logistic;
  means: number[];
  deviations: number[];
}

export interface ChurnRisk {
  risk: number;
  /** What raises it most, at most three, the strongest first. */
  reasons: Reason[];
}

/** Larger says rather gone: each feature is turned so that this is what one expects. */
const featuresOf = ({ recency, purchases, mean, tenure }: Behaviour): number[] => {
  const rhythm = purchases > 1 ? Math.max(1, (tenure - recency) / (purchases - 1)) : Math.max(30, tenure);
  return [
    Math.log1p(recency),
    -Math.log1p(purchases),
    -Math.log1p(mean),
    -Math.log1p(tenure),
    Math.log1p(recency / rhythm),
  ];
};

/** Of those who left and of those who stayed: two for each feature. */
const fewest = 10;
/** As if two customers of either kind said that nothing matters. */
const ridge = 2;

/** Null where there are too few to learn from, or all did the same. */
export function fitChurn(past: readonly { behaviour: Behaviour; hasLeft: boolean }[]): ChurnModel | null {
  const left = past.filter(({ hasLeft }) => hasLeft).length;
  if (Math.min(left, past.length - left) < fewest) return null;
  const rows = past.map(({ behaviour }) => featuresOf(behaviour));
  const means = reasons.map((_, index) => average(rows.map((row) => row[index]!)));
  const deviations = reasons.map(
    (_, index) => Math.sqrt(average(rows.map((row) => (row[index]! - means[index]!) ** 2))) || 1,
  );
  const logistic = fitLogistic(
    rows.map((row) => standardized(row, { means, deviations })),
    past.map(({ hasLeft }) => (hasLeft ? 1 : 0)),
    ridge,
  );
  return logistic && { logistic, means, deviations };
}

/**
 * A feature explains as much as it moves the risk away from that of an average customer; where what was learned is the
 * opposite of its name, it explains nothing.
 */
export function churnRisk(model: ChurnModel, behaviour: Behaviour): ChurnRisk {
  const row = standardized(featuresOf(behaviour), model);
  const raising = row
    .map((value, index) => ({ reason: reasons[index]!, by: value * model.logistic.coefficients[index]! }))
    .filter(({ by }, index) => by > 0.1 && row[index]! > 0)
    .toSorted((a, b) => b.by - a.by);
  return { risk: probability(model.logistic, row), reasons: raising.slice(0, 3).map(({ reason }) => reason) };
}

const standardized = (
  row: readonly number[],
  { means, deviations }: Pick<ChurnModel, 'means' | 'deviations'>,
): number[] => row.map((value, index) => (value - means[index]!) / deviations[index]!);

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
