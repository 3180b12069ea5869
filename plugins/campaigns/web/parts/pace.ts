interface Paced {
  reached: number;
  from: string | null;
  by: string | null;
  /** The campaign is finished, whatever day it is. */
  isFinished: boolean;
}

export interface Pace {
  /** The share of the time that is over; null where it has no two ends, or has not begun. */
  expected: number | null;
  /** Today and the last day included; null without a last day. */
  daysLeft: number | null;
  isOver: boolean;
  /** What it comes to if it goes on as until now. */
  atEnd: number | null;
}

const dayMs = 86_400_000;

/** How a goal stands in its time: `from` and `by` are days, both included. */
export function paceOf({ reached, from, by, isFinished }: Paced, now: number): Pace {
  if (isFinished) return { expected: null, daysLeft: 0, isOver: true, atEnd: null };
  if (by === null) return { expected: null, daysLeft: null, isOver: false, atEnd: null };
  const end = Date.parse(by) + dayMs;
  const daysLeft = Math.max(0, Math.ceil((end - now) / dayMs));
  const isOver = now >= end;
  const start = from === null ? Number.NaN : Date.parse(from);
  if (!(start < end) || now <= start) return { expected: null, daysLeft, isOver, atEnd: null };
  const expected = Math.min(1, (now - start) / (end - start));
  return { expected, daysLeft, isOver, atEnd: reached / expected };
}
