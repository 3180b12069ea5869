import { normalTail } from './normal.ts';

interface Group {
  share: number;
  of: number;
}

/** Rarer than this, and more than chance decided who got what. */
const threshold = 0.001;

/**
 * Whether the groups are so far from their shares that the split itself is broken, and with it every conclusion:
 * A. Fabijan et al. (2019), Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019.
 */
export function isUneven(groups: readonly Group[]): boolean {
  const members = groups.reduce((sum, { of }) => sum + of, 0);
  const whole = groups.reduce((sum, { share }) => sum + share, 0);
  return groups.some(({ share, of }) => {
    const expected = share / whole;
    const error = Math.sqrt(members * expected * (1 - expected));
    return error > 0 && 2 * normalTail(Math.abs(of - members * expected) / error) < threshold / groups.length;
  });
}
