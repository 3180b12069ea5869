/**
 * Recency, frequency, monetary value: each customer gets 1 to 5 for each, by fifths of all customers (A. M. Hughes,
 * "Strategic Database Marketing", 1994), and a name that says what to do.
 */
export interface Bought {
  /** Days since the last purchase. */
  recency: number;
  /** Purchases so far; at least one. */
  frequency: number;
  /** What they were worth, all in one currency. */
  monetary: number;
}

export interface RfmScores {
  /** 5 is best: bought lately, often, much. */
  recency: number;
  frequency: number;
  monetary: number;
}

/** From the best customers to those who are gone. */
export const rfmSegments = [
  'champion',
  'loyal',
  'promising',
  'new',
  'attention',
  'at-risk',
  'do-not-lose',
  'asleep',
  'lost',
] as const;
export type RfmSegment = (typeof rfmSegments)[number];

/** In the order given. */
export function rfmScores(customers: readonly Bought[]): RfmScores[] {
  const recency = fifths(customers.map((each) => -each.recency));
  const frequency = fifths(customers.map((each) => each.frequency));
  const monetary = fifths(customers.map((each) => each.monetary));
  return customers.map((_, index) => ({
    recency: recency[index]!,
    frequency: frequency[index]!,
    monetary: monetary[index]!,
  }));
}

/** Who has the same gets the same: the fifth in which the middle of them stands. */
function fifths(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  const scores = new Map<number, number>();
  for (let from = 0; from <= last;) {
    const value = sorted[from]!;
    let to = from;
    while (sorted[to + 1] === value) to++;
    const middle = (from + to) / 2;
    scores.set(value, last === 0 ? 3 : Math.min(5, Math.floor((middle / last) * 5) + 1));
    from = to + 1;
  }
  return values.map((value) => scores.get(value)!);
}

/** The first that fits, from the best customers on. */
export function rfmSegment({ recency, frequency, monetary }: RfmScores): RfmSegment {
  const worth = (frequency + monetary) / 2;
  if (recency >= 4 && worth >= 4) return 'champion';
  if (recency >= 3 && worth >= 3.5) return 'loyal';
  if (recency >= 4 && frequency === 1) return 'new';
  if (recency >= 4) return 'promising';
  if (recency === 3) return 'attention';
  if (worth >= 4.5) return 'do-not-lose';
  if (worth >= 3) return 'at-risk';
  return recency === 2 ? 'asleep' : 'lost';
}
