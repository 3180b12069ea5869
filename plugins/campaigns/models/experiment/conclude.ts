/** What may be said of one variant beside the control, and whether it may be said now. Sentences are made elsewhere. */
import { alwaysValidInterval, alwaysValidP, type Estimate } from './always-valid.ts';
import { welch } from './means.ts';
import { newcombe, proportionTest, type Interval } from './proportions.ts';

/** What is known of the members of one variant so far. */
export interface Tally {
  of: number;
  hits: number;
  mean: number;
  variance: number;
}

export interface Design {
  metric: 'conversion' | 'value';
  /** `anytime`: looked at as often as one likes. `planned`: looked at once, when there are as many as planned. */
  rule: 'anytime' | 'planned';
  /** The least difference that matters: a share such as 0.02, or an amount. */
  minimumEffect: number;
  /** Members per variant that the plan asks for; null where it cannot be told. */
  planned: number | null;
  /** Variants beside the control: each comparison gets its part of the chance of error (O. J. Dunn 1961). */
  comparisons: number;
}

export type Verdict = 'nobody' | 'early' | 'waiting' | 'better' | 'worse' | 'alike' | 'open' | 'unclear';

export interface Conclusion {
  verdict: Verdict;
  difference: number;
  /** Missing where looking would be peeking. */
  interval?: Interval;
  p?: number;
}

/** Chance of seeing a difference where there is none, over the whole experiment. */
export const alpha = 0.05;
/** Chance of seeing the least difference that matters where it is there. */
export const power = 0.8;
/** Below it the normal approximation that all of this rests on is not to be trusted: G. W. Snedecor and W. G. Cochran (1967). */
const fewestHits = 10;
const fewestMembers = 30;

/** Of `own` less `control`, in the unit of the metric: shares of 1, or amounts. */
export function conclude(own: Tally, control: Tally, design: Design): Conclusion {
  const difference = measured(own, design) - measured(control, design);
  if (own.of === 0 || control.of === 0) return { verdict: 'nobody', difference };
  if (design.rule === 'planned' && Math.min(own.of, control.of) < (design.planned ?? Infinity))
    return { verdict: 'waiting', difference };
  if (isEarly(own, control, design)) return { verdict: 'early', difference };
  const { p, interval } = (design.rule === 'planned' ? once : anytime)(own, control, design);
  // Of the same strictness as the interval, so that one never says what the other denies.
  return {
    verdict: verdictOf(interval, design),
    difference,
    interval,
    p: Math.min(1, p * design.comparisons),
  };
}

const measured = (tally: Tally, { metric }: Design): number =>
  metric === 'value' ? tally.mean : tally.of === 0 ? 0 : tally.hits / tally.of;

function isEarly(own: Tally, control: Tally, { metric }: Design): boolean {
  if (Math.min(own.of, control.of) < fewestMembers) return true;
  const hits = own.hits + control.hits;
  return metric === 'conversion' && Math.min(hits, own.of + control.of - hits) < fewestHits;
}

function verdictOf({ low, high }: Interval, { minimumEffect, rule }: Design): Verdict {
  if (low > 0) return 'better';
  if (high < 0) return 'worse';
  if (Math.max(-low, high) < minimumEffect) return 'alike';
  return rule === 'anytime' ? 'open' : 'unclear';
}

interface Seen {
  p: number;
  interval: Interval;
}

function once(own: Tally, control: Tally, { metric, comparisons }: Design): Seen {
  if (metric === 'value') return welch(own, control, alpha / comparisons);
  return { p: proportionTest(own, control).p, interval: newcombe(own, control, alpha / comparisons) };
}

function anytime(own: Tally, control: Tally, design: Design): Seen {
  const estimate: Estimate = {
    difference: measured(own, design) - measured(control, design),
    variance: varianceOf(own, design) + varianceOf(control, design),
  };
  const typical = design.minimumEffect;
  return {
    p: alwaysValidP(estimate, typical),
    interval: alwaysValidInterval(estimate, { typical, alpha: alpha / design.comparisons }),
  };
}

/** Of a variant's rate, never nothing: half a hit and half a miss more than were seen (F. J. Anscombe 1956). */
function varianceOf({ of, hits, variance }: Tally, { metric }: Design): number {
  if (metric === 'value') return variance / of;
  const share = (hits + 0.5) / (of + 1);
  return (share * (1 - share)) / of;
}
