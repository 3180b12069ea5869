/** What the history of some instances says of each element: how often, how long, how often in vain. Pure. */
import type { HistoryEntry } from '../step/types.ts';

export interface ElementFigures {
  element: string;
  /** Times that it was begun; of a sequence flow, times that it was taken. */
  entered: number;
  completed: number;
  cancelled: number;
  failed: number;
  /** Milliseconds from being begun to being completed; null where nothing was. */
  median: number | null;
  p90: number | null;
}

type Entry = Pick<HistoryEntry, 'element' | 'event' | 'at' | 'iteration'>;

/** `histories` holds the entries of one instance each, in order. */
export function measure(histories: Iterable<readonly Entry[]>): ElementFigures[] {
  const tallies = new Map<string, Tally>();
  for (const entries of histories) {
    const begun = new Map<string, number[]>();
    for (const entry of entries) {
      let tally = tallies.get(entry.element);
      if (!tally) tallies.set(entry.element, (tally = newTally()));
      count(tally, entry, begun);
    }
  }
  return [...tallies].map(([element, { durations, ...counts }]) => {
    const sorted = Float64Array.from(durations).toSorted();
    return { element, ...counts, median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) };
  });
}

interface Tally extends Pick<ElementFigures, 'entered' | 'completed' | 'cancelled' | 'failed'> {
  durations: number[];
}

const newTally = (): Tally => ({ entered: 0, completed: 0, cancelled: 0, failed: 0, durations: [] });

/** What began first ends first, where an element is at work several times at once. */
function count(tally: Tally, { element, event, at, iteration }: Entry, begun: Map<string, number[]>): void {
  const place = iteration === undefined ? element : `${element} ${iteration}`;
  if (event === 'log') return;
  if (event === 'taken' || event === 'entered') tally.entered += 1;
  if (event === 'entered') {
    const open = begun.get(place);
    if (open) open.push(at);
    else begun.set(place, [at]);
  }
  if (event !== 'completed' && event !== 'cancelled' && event !== 'failed') return;
  tally[event] += 1;
  const since = begun.get(place)?.shift();
  if (event === 'completed' && since !== undefined) tally.durations.push(at - since);
}

/** The nearest rank: a value that really occurred. */
const percentile = (sorted: Float64Array, share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
