/** Periods as people choose them, as days: from the first until before the first after it. Weeks start on Monday. */
import { Temporal } from 'temporal-polyfill';

export interface Days {
  from: string;
  before: string;
}

type Unit = 'days' | 'weeks' | 'months' | 'years';

interface Span {
  unit: Unit;
  length: number;
  /** From the beginning of this span of the calendar, moved by so many spans; from today where it has no calendar. */
  start: 'day' | 'week' | 'month' | 'quarter' | 'year';
  shift: number;
}

const spans: Record<string, Span> = {
  today: { start: 'day', shift: 0, unit: 'days', length: 1 },
  thisWeek: { start: 'week', shift: 0, unit: 'weeks', length: 1 },
  thisMonth: { start: 'month', shift: 0, unit: 'months', length: 1 },
  thisQuarter: { start: 'quarter', shift: 0, unit: 'months', length: 3 },
  thisYear: { start: 'year', shift: 0, unit: 'years', length: 1 },
  lastMonth: { start: 'month', shift: -1, unit: 'months', length: 1 },
  lastQuarter: { start: 'quarter', shift: -1, unit: 'months', length: 3 },
  lastYear: { start: 'year', shift: -1, unit: 'years', length: 1 },
  next7: { start: 'day', shift: 0, unit: 'days', length: 8 },
  next30: { start: 'day', shift: 0, unit: 'days', length: 31 },
  last7: { start: 'day', shift: 0, unit: 'days', length: -8 },
  last30: { start: 'day', shift: 0, unit: 'days', length: -31 },
};

/** Undefined for a period that there is not. */
export function periodDays(period: string, today: string): Days | undefined {
  const span = spans[period];
  if (!span) return undefined;
  const day = Temporal.PlainDate.from(today);
  // Backwards from today, today included.
  if (span.length < 0)
    return { from: day.add({ days: span.length + 1 }).toString(), before: day.add({ days: 1 }).toString() };
  const from = move(beginning(day, span.start), span, span.shift);
  return { from: from.toString(), before: move(from, span, 1).toString() };
}

/** The period of the same length right before. */
export function periodBefore(period: string, today: string): Days | undefined {
  const now = periodDays(period, today);
  const span = spans[period];
  if (!now || !span) return undefined;
  const from = move(Temporal.PlainDate.from(now.from), { ...span, length: Math.abs(span.length) }, -1);
  return { from: from.toString(), before: now.from };
}

const move = (day: Temporal.PlainDate, { unit, length }: Pick<Span, 'unit' | 'length'>, times: number) =>
  day.add({ [unit]: length * times });

function beginning(day: Temporal.PlainDate, start: Span['start']): Temporal.PlainDate {
  switch (start) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 });
    case 'year':
      return day.with({ month: 1, day: 1 });
  }
}
