import { addDuration } from './add-duration.ts';
import type { Cycle } from './next-cycle.ts';
import { nextCron } from './parse-cron.ts';
import { parseTimer } from './parse-timer.ts';

export interface Due {
  due: number;
  /** Absent where it comes true once. */
  cycle?: Cycle;
}

/** When a timer that begins now is due for the first time; null when the text is no timer or never comes due. */
export const firstDue = (text: string, now: number, timeZone: string): Due | null => {
  const timer = parseTimer(text, timeZone);
  switch (timer?.kind) {
    case 'date':
      return { due: timer.at };
    case 'duration':
      return { due: addDuration(now, timer.duration, timeZone) };
    case 'cycle': {
      if (timer.times === 0) return null;
      const due = timer.start ?? addDuration(now, timer.duration, timeZone);
      return { due, cycle: { text, left: timer.times < 0 ? -1 : timer.times - 1, due } };
    }
    case 'cron': {
      const due = nextCron(timer.line, now, timeZone);
      return due === null ? null : { due, cycle: { text, left: -1, due } };
    }
    default:
      return null;
  }
};
