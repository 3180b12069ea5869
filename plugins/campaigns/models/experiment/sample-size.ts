import { normalPoint } from './normal.ts';

export interface Plan {
  /** Chance of seeing a difference where there is none; two-sided. */
  alpha: number;
  /** Chance of seeing the least difference that matters where it is there. */
  power: number;
}

/** Members in each group to tell two proportions apart: J. L. Fleiss (1981), Statistical Methods for Rates and Proportions, 3.2. */
export function sizeForProportions(base: number, other: number, { alpha, power }: Plan): number {
  const middle = (base + other) / 2;
  const under = Math.sqrt(2 * middle * (1 - middle));
  const beside = Math.sqrt(base * (1 - base) + other * (1 - other));
  return ((normalPoint(alpha / 2) * under + normalPoint(1 - power) * beside) / (other - base)) ** 2;
}

/** The same for two means with one deviation: W. C. Guenther (1981), The American Statistician 35:243. */
export function sizeForMeans(difference: number, deviation: number, { alpha, power }: Plan): number {
  const z = normalPoint(alpha / 2);
  return 2 * ((z + normalPoint(1 - power)) * (deviation / difference)) ** 2 + (z * z) / 4;
}
