import { isCalendarId } from '../../../named-calendar.ts';
import { definitionsIn } from '../../graph/events.ts';
import type { FlowNode, TimerDefinition } from '../../graph/index.ts';
import { isTimerLiteral, parseTimer } from '../../step/timer/parse-timer.ts';
import type { Check } from './check.ts';

/** What is written out must be a timer of its kind, and name a calendar; an expression is checked when it has a value. */
export const checkTimers: Check = ({ graph, findings }, { calendars }) => {
  const checkCalendar = (node: FlowNode, calendar: string | undefined): void => {
    if (calendars && calendar !== undefined && isCalendarId(calendar) && !calendars.has(calendar))
      findings.add('calendar-unknown', node, { calendar });
  };
  for (const node of Object.values(graph.nodes)) {
    checkCalendar(node, node.work?.calendar);
    for (const date of [node.work?.due, node.work?.followUp])
      if (date !== undefined && isTimerLiteral(date) && parseTimer(date, 'UTC') === null)
        findings.add('timer-invalid', node, { value: date, wanted: 'P3D, 2026-05-01' });
    for (const event of definitionsIn(node)) {
      if (event.kind !== 'timer') continue;
      const { timer } = event;
      checkCalendar(node, timer.calendar);
      if (isTimerLiteral(timer.text) && !isWellFormed(timer))
        findings.add('timer-invalid', node, { value: timer.text, wanted: examples[timer.type] });
    }
  }
};

const isWellFormed = ({ type, text }: TimerDefinition): boolean => {
  const timer = parseTimer(text, 'UTC');
  if (type === 'cycle') return timer?.kind === 'cycle' || timer?.kind === 'cron';
  return timer?.kind === type;
};

const examples: Record<TimerDefinition['type'], string> = {
  date: '2026-05-01T09:00:00Z',
  duration: 'PT1H, P3D, business: PT8H',
  cycle: 'R3/PT1H, cron: 0 9 * * MON-FRI',
};
