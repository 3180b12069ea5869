/**
 * A test that may be looked at as often as one likes: the mixture of H. Robbins (1970), Annals of Mathematical Statistics
 * 41:1397, as R. Johari, L. Pekelis and D. J. Walsh (2015, arXiv:1512.04922) use it for experiments. Over all looks
 * together the chance of a difference where there is none stays below alpha; the price is a wider interval at any one.
 */
import type { Interval } from './proportions.ts';

export interface Estimate {
  difference: number;
  /** Of the difference, as estimated so far. */
  variance: number;
}

/** `typical`: the size of difference the test is made for, where its intervals are tightest. */
export function alwaysValidP({ difference, variance }: Estimate, typical: number): number {
  if (!(variance > 0)) return 1;
  const mixing = typical * typical;
  const logRatio =
    Math.log(variance / (variance + mixing)) / 2 +
    (mixing * difference * difference) / (2 * variance * (variance + mixing));
  return Math.min(1, Math.exp(-logRatio));
}

/** All differences that no look so far would have refused at `alpha`. */
export function alwaysValidInterval(
  { difference, variance }: Estimate,
  { typical, alpha }: { typical: number; alpha: number },
): Interval {
  const mixing = typical * typical;
  const reach = Math.sqrt(
    ((variance * (variance + mixing)) / mixing) *
      (Math.log((variance + mixing) / variance) - 2 * Math.log(alpha)),
  );
  return { low: difference - reach, high: difference + reach };
}
