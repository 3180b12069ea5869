/** What a journey brought: those it reached beside those it held out, who by chance alone are the others. */
import { welch, type Sample } from '../experiment/means.ts';
import {
  newcombe,
  proportionTest,
  rate,
  wilson,
  type Interval,
  type Share,
} from '../experiment/proportions.ts';

export interface Group {
  of: number;
  bought: number;
  /** Of all who bought, in one currency: the sum, and the sum of the squares. */
  revenue: { sum: number; squares: number };
}

export interface Shown {
  of: number;
  bought: number;
  rate: number;
  interval: Interval;
  /** Of each member, those who bought nothing included. */
  mean: number;
}

export interface HoldOut {
  reached: Shown;
  heldOut: Shown;
  /** Of the shares that bought, reached less held out, with its interval of 95 %. */
  difference: Interval & { value: number; p: number };
  /** Of the revenue of each member. */
  revenue: Interval & { value: number; p: number };
  /** What the differences make of all who were reached. */
  brought: { bought: Interval & { value: number }; revenue: Interval & { value: number } };
  /** Too few of a group to say anything by the approximations used. */
  isThin: boolean;
}

const alpha = 0.05;
/** In each group, of those who bought and of those who did not: W. G. Cochran (1954), Biometrics 10:417. */
const fewest = 5;

/** Null until both groups have two members: with fewer nothing varies. */
export function compareHoldOut(reached: Group, heldOut: Group): HoldOut | null {
  if (reached.of < 2 || heldOut.of < 2) return null;
  const [own, other] = [shareOf(reached), shareOf(heldOut)];
  const { p } = proportionTest(own, other);
  const difference = { value: rate(own) - rate(other), ...newcombe(own, other, alpha), p };
  const means = welch(sampleOf(reached), sampleOf(heldOut), alpha);
  const revenue = {
    ...{ value: sampleOf(reached).mean - sampleOf(heldOut).mean, p: means.p },
    ...means.interval,
  };
  return {
    ...{ reached: shown(reached), heldOut: shown(heldOut), difference, revenue },
    brought: { bought: times(difference, reached.of), revenue: times(revenue, reached.of) },
    isThin: [own, other].some(({ hits, of }) => hits < fewest || of - hits < fewest),
  };
}

const shareOf = ({ bought, of }: Group): Share => ({ hits: bought, of });

const shown = (group: Group): Shown => ({
  ...{ of: group.of, bought: group.bought },
  rate: rate(shareOf(group)),
  interval: wilson(shareOf(group), alpha),
  mean: sampleOf(group).mean,
});

/** Whoever bought nothing brought nothing. */
function sampleOf({ of, revenue: { sum, squares } }: Group): Sample {
  const mean = sum / of;
  return { of, mean, variance: Math.max(0, squares - sum * mean) / (of - 1) };
}

const times = ({ value, low, high }: Interval & { value: number }, count: number) => ({
  ...{ value: value * count, low: low * count, high: high * count },
});
