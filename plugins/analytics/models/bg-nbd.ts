/**
 * How often customers without a contract buy, and whether they still do: the BG/NBD model of P. S. Fader, B. G. S. Hardie
 * and K. L. Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005), numbers of formulas as there.
 * Purchases come at random at a rate of each customer's own; after each, a customer leaves with a chance of their own.
 */
import { logGamma } from './log-gamma.ts';
import { minimize } from './minimize.ts';

/** All times in one unit, such as weeks. */
export interface Purchases {
  /** Repeat purchases: the first does not count. */
  frequency: number;
  /** From the first purchase to the last. */
  recency: number;
  /** From the first purchase until now. */
  age: number;
}

/** `r`, `alpha`: how the rates are spread; `a`, `b`: how the chances of leaving are. */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Formula 6: the logarithm of how likely these purchases are. */
export function logLikelihood({ r, alpha, a, b }: BgNbd, { frequency: x, recency, age }: Purchases): number {
  const common =
    logGamma(r + x) -
    logGamma(r) +
    r * Math.log(alpha) +
    logGamma(a + b) +
    logGamma(b + x) -
    logGamma(b) -
    logGamma(a + b + x);
  const stays = -(r + x) * Math.log(alpha + age);
  if (x === 0) return common + stays;
  const left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency);
  const larger = Math.max(stays, left);
  return common + larger + Math.log(Math.exp(stays - larger) + Math.exp(left - larger));
}

/** A model that is likelier than others to give these purchases; null where there are too few to tell. */
export function fitBgNbd(customers: readonly Purchases[]): BgNbd | null {
  if (customers.filter(({ frequency }) => frequency > 0).length < 10) return null;
  // Logarithms: all four are above 0. The mean keeps the value small whatever the number of customers.
  const model = (logs: readonly number[]): BgNbd => {
    const [r, alpha, a, b] = logs.map((value) => Math.exp(Math.max(-12, Math.min(12, value))));
    return { r: r!, alpha: alpha!, a: a!, b: b! };
  };
  const meanAge = customers.reduce((sum, { age }) => sum + age, 0) / customers.length;
  const found = minimize(
    (logs) => -customers.reduce((sum, each) => sum + logLikelihood(model(logs), each), 0) / customers.length,
    [0, Math.log(Math.max(1, meanAge / 4)), 0, 0.5],
  );
  return found.hasConverged ? model(found.at) : null;
}

/** False where the likeliest model is one in which next to nobody leaves: a chance of 1 for all would say nothing. */
export const knowsLeaving = ({ a }: BgNbd): boolean => a > 0.01;

/**
 * The chance, 0 to 1, that the customer has not left: P. S. Fader, B. G. S. Hardie and K. L. Lee, "Computing P(alive) Using
 * the BG/NBD Model" (2008). Who never bought again cannot have left by this model.
 */
export function aliveProbability(model: BgNbd, { frequency: x, recency, age }: Purchases): number {
  if (x === 0) return 1;
  const { r, alpha, a, b } = model;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
}

/** Formula 10: purchases to be expected within `time` from now on, in the unit of the customer's own times. */
export function expectedPurchases(model: BgNbd, customer: Purchases, time: number): number {
  const { r, alpha, b } = model;
  // At 1 the formula is nothing divided by nothing; beside it, it is smooth.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
  const { frequency: x, age } = customer;
  const series = hypergeometric({ a: r + x, b: b + x, c: a + b + x - 1, z: time / (alpha + age + time) });
  const bracket = 1 - ((alpha + age) / (alpha + age + time)) ** (r + x) * series;
  return ((a + b + x - 1) / (a - 1)) * bracket * aliveProbability(model, customer);
}

/** Gauss' series 2F1, for 0 ≤ z < 1. */
function hypergeometric({ a, b, c, z }: { a: number; b: number; c: number; z: number }): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 10_000 && Math.abs(term) > sum * 1e-14; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}
