import { nextCron } from './parse-cron.ts';
import { parseTimer } from './parse-timer.ts';
import { after, placeOf } from './place.ts';
import type { Timer } from './parse-timer.ts';
import type { Place } from './place.ts';

/** A cycle under way: the text, how many times are left after this one (−1: for ever), when this one is due. */
export interface Cycle {
  text: string;
  left: number;
  due: number;
  /** The id of the calendar whose business time it counts; the company's when absent. */
  calendar?: string;
}

/** The round after this one, counted from when this one was due, so that it does not drift; null after the last. */
export const nextCycle = (cycle: Cycle, place: Place): Cycle | null => {
  const timer = parseTimer(cycle.text, place.timeZone);
  if (cycle.left === 0 || timer === null) return null;
  const left = cycle.left < 0 ? -1 : cycle.left - 1;
  const due = dueAfter(timer, cycle.due, placeOf(place, cycle.calendar));
  return due === null ? null : { ...cycle, left, due };
};

const dueAfter = (timer: Timer, from: number, place: Place): number | null => {
  if (timer.kind === 'cycle') return after(from, timer, place);
  return timer.kind === 'cron' ? nextCron(timer.line, from, place.timeZone) : null;
};
