import type { Cycle } from './next-cycle.ts';
import { nextCron } from './parse-cron.ts';
import { parseTimer } from './parse-timer.ts';
import { after } from './place.ts';
import type { Place } from './place.ts';

export interface Due {
  due: number;
  /** Absent where it comes true once. */
  cycle?: Cycle;
}

/** When a timer that begins now is due for the first time; null when the text is no timer or never comes due. */
export const firstDue = (text: string, now: number, place: Place): Due | null => {
  const timer = parseTimer(text, place.timeZone);
  switch (timer?.kind) {
    case 'date':
      return { due: timer.at };
    case 'duration': {
      const due = after(now, timer, place);
      return due === null ? null : { due };
    }
    case 'cycle': {
      if (timer.times === 0) return null;
      const due = timer.start ?? after(now, timer, place);
      if (due === null) return null;
      const left = timer.times < 0 ? -1 : timer.times - 1;
      return { due, cycle: { text, left, due, ...(place.id !== undefined && { calendar: place.id }) } };
    }
    case 'cron': {
      const due = nextCron(timer.line, now, place.timeZone);
      return due === null ? null : { due, cycle: { text, left: -1, due } };
    }
    default:
      return null;
  }
};
