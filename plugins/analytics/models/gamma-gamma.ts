/**
 * What a purchase of a customer is worth: P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value"
 * (2013). A customer's purchases vary around a mean of their own, and these means vary between customers. It holds where
 * the value of a purchase does not depend on how often one buys.
 */
import { logGamma } from './log-gamma.ts';
import { minimize } from './minimize.ts';

export interface Spending {
  /** Purchases that the mean is of; at least one. */
  purchases: number;
  /** Their mean value, above 0. */
  mean: number;
}

export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

/** Formula 1a. */
const logLikelihood = ({ p, q, v }: GammaGamma, { purchases: x, mean }: Spending): number =>
  logGamma(p * x + q) -
  logGamma(p * x) -
  logGamma(q) +
  q * Math.log(v) +
  (p * x - 1) * Math.log(mean) +
  p * x * Math.log(x) -
  (p * x + q) * Math.log(x * mean + v);

/**
 * Null where there are too few to tell. Values may be in any currency, all in the same. `q` is above 1: below, the mean of
 * all customers would be infinite, and that of those with few purchases negative.
 */
export function fitGammaGamma(customers: readonly Spending[]): GammaGamma | null {
  if (customers.length < 10) return null;
  const scale = customers.reduce((sum, { mean }) => sum + mean, 0) / customers.length;
  const scaled = customers.map(({ purchases, mean }) => ({ purchases, mean: mean / scale }));
  const model = (logs: readonly number[]): GammaGamma => {
    const [p, q, v] = logs.map((value) => Math.exp(Math.max(-12, Math.min(12, value))));
    return { p: p!, q: 1 + q!, v: v! };
  };
  const found = minimize(
    (logs) => -scaled.reduce((sum, each) => sum + logLikelihood(model(logs), each), 0) / scaled.length,
    [1, 0.5, 0],
  );
  if (!found.hasConverged) return null;
  const { p, q, v } = model(found.at);
  return { p, q, v: v * scale };
}

/** Formula 5: the mean value of the customer's next purchases, between their own mean and that of all. */
export const expectedValue = ({ p, q, v }: GammaGamma, { purchases: x, mean }: Spending): number =>
  (p * (v + x * mean)) / (p * x + q - 1);
