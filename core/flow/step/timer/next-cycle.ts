import { addDuration } from './add-duration.ts';
import { nextCron } from './parse-cron.ts';
import { parseTimer } from './parse-timer.ts';

/** A cycle under way: the text, how many times are left after this one (−1: for ever), when this one is due. */
export interface Cycle {
  text: string;
  left: number;
  due: number;
}

/** The round after this one, counted from when this one was due, so that it does not drift; null after the last. */
export const nextCycle = (cycle: Cycle, timeZone: string): Cycle | null => {
  const timer = parseTimer(cycle.text, timeZone);
  if (cycle.left === 0 || timer === null) return null;
  const left = cycle.left < 0 ? -1 : cycle.left - 1;
  if (timer.kind === 'cycle')
    return { text: cycle.text, left, due: addDuration(cycle.due, timer.duration, timeZone) };
  const due = timer.kind === 'cron' ? nextCron(timer.line, cycle.due, timeZone) : null;
  return due === null ? null : { text: cycle.text, left, due };
};
