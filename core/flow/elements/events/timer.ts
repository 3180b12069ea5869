import type { TimerDefinition } from '../../graph/index.ts';
import { valueOf } from '../../step/expression.ts';
import { Stop } from '../../step/incident.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import { firstDue } from '../../step/timer/first-due.ts';
import { isTimerLiteral } from '../../step/timer/parse-timer.ts';
import { calendarOf } from '../calendar-of.ts';
import type { WaitBody } from '../../step/waits.ts';

/** Waits until the timer is due; a cycle goes on from there where its event does not interrupt. */
export const timerWait = (run: Run, token: Token, event: PreparedNode, timer: TimerDefinition): WaitBody => {
  const text = textOf(run, token, event, timer);
  const place = calendarOf(run, token, { calendar: timer.calendar, text, at: event.id });
  const first = firstDue(text, run.now, place);
  if (first === null)
    throw new Stop({
      code: 'flow.timer-invalid',
      params: { element: event.id, value: text },
      expression: timer.text,
      at: event.id,
    });
  return {
    element: event.id,
    body: { kind: 'timer', element: event.id, due: first.due },
    cycle: first.cycle,
  };
};

const textOf = (run: Run, token: Token, event: PreparedNode, timer: TimerDefinition): string => {
  if (isTimerLiteral(timer.text)) return timer.text;
  const value = valueOf(run, token, timer.text, { at: event.id });
  return typeof value === 'number' ? new Date(value).toISOString() : String(value);
};
