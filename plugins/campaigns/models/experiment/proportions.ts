import { normalPoint, normalTail } from './normal.ts';

/** Of `of` members, `hits` did what the test is about. */
export interface Share {
  hits: number;
  of: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** From 0 to 1; 0 of nobody. */
export const rate = ({ hits, of }: Share): number => (of === 0 ? 0 : hits / of);

/** Score interval for one proportion: E. B. Wilson (1927), JASA 22:209. */
export function wilson({ hits, of }: Share, alpha: number): Interval {
  const z = normalPoint(alpha / 2);
  const middle = 2 * hits + z * z;
  const reach = z * Math.sqrt(z * z + 4 * hits * (1 - hits / of));
  const whole = 2 * (of + z * z);
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/** Interval for `a - b` from the score intervals of both: R. G. Newcombe (1998), Statistics in Medicine 17:873, method 10. */
export function newcombe(a: Share, b: Share, alpha: number): Interval {
  const [own, other] = [wilson(a, alpha), wilson(b, alpha)];
  const difference = rate(a) - rate(b);
  return {
    low: difference - Math.hypot(rate(a) - own.low, other.high - rate(b)),
    high: difference + Math.hypot(own.high - rate(a), rate(b) - other.low),
  };
}

/** Two-sided test of equal proportions with the pooled variance: A. Agresti (2013), Categorical Data Analysis, 3.2. */
export function proportionTest(a: Share, b: Share): { z: number; p: number } {
  const pooled = (a.hits + b.hits) / (a.of + b.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  if (!(error > 0)) return { z: 0, p: 1 };
  const z = (rate(a) - rate(b)) / error;
  return { z, p: 2 * normalTail(Math.abs(z)) };
}
