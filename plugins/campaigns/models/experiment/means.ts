import type { Interval } from './proportions.ts';
import { studentPoint, studentTwoTails } from './student.ts';

export interface Sample {
  of: number;
  mean: number;
  /** With `of - 1` below. */
  variance: number;
}

export interface MeanTest {
  t: number;
  degrees: number;
  p: number;
  interval: Interval;
}

/**
 * Two means whose variances need not be equal, `a - b`: B. L. Welch (1947), Biometrika 34:28, with the degrees of freedom
 * of F. E. Satterthwaite (1946), Biometrics Bulletin 2:110.
 */
export function welch(a: Sample, b: Sample, alpha: number): MeanTest {
  const [own, other] = [a.variance / a.of, b.variance / b.of];
  const error = Math.sqrt(own + other);
  const difference = a.mean - b.mean;
  if (!(error > 0))
    return { t: 0, degrees: 1, p: difference === 0 ? 1 : 0, interval: { low: difference, high: difference } };
  const degrees = (own + other) ** 2 / (own ** 2 / (a.of - 1) + other ** 2 / (b.of - 1));
  const t = difference / error;
  const reach = studentPoint(alpha, degrees) * error;
  return {
    t,
    degrees,
    p: studentTwoTails(t, degrees),
    interval: { low: difference - reach, high: difference + reach },
  };
}
