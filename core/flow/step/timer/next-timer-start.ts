import { isCalendarId } from '../../../named-calendar.ts';
import type { TimerDefinition } from '../../graph/index.ts';
import { compile, evaluateNow } from '../evaluate.ts';
import { firstDue } from './first-due.ts';
import { nextCycle } from './next-cycle.ts';
import type { Cycle } from './next-cycle.ts';
import { isTimerLiteral } from './parse-timer.ts';
import { placeOf, type Place } from './place.ts';

/** A timer start under way; keep `cycle` with the job and give it back when that one has started an instance. */
export interface TimerStart {
  /** Milliseconds since 1970. */
  due: number;
  cycle: Cycle | null;
}

/**
 * When a timer start event starts an instance next: without `cycle`, the first time after deployment at `now`;
 * with it, the time after. Null when there is no further time, or the text gives no timer.
 */
export const nextTimerStart = (
  timer: TimerDefinition,
  at: Place & { now: number; cycle?: Cycle | null },
): TimerStart | null => {
  if (at.cycle) {
    const cycle = nextCycle(at.cycle, at);
    return cycle === null ? null : { due: cycle.due, cycle };
  }
  const first = firstDue(textOf(timer, at), at.now, placeFor(timer, at));
  return first === null ? null : { due: first.due, cycle: first.cycle ?? null };
};

/** In the calendar it names; there is no record yet that an expression could look at. */
const placeFor = ({ calendar }: TimerDefinition, at: Place): Place =>
  placeOf(at, calendar !== undefined && isCalendarId(calendar) ? calendar : undefined);

const textOf = (timer: TimerDefinition, at: Place & { now: number }): string => {
  if (isTimerLiteral(timer.text)) return timer.text;
  const value = evaluateNow(
    compile(timer.text),
    {},
    { ...at, bindings: {}, isStrict: true, log: () => undefined },
  );
  return typeof value === 'number' ? new Date(value).toISOString() : String(value);
};
