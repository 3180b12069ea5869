/** What a condition as people set it asks of its field, in the words of the query; the same on both sides. */
import type { ScreenCondition } from '../definition.ts';

/** Where days begin: the company's zone on the server, the reader's in the browser. */
export interface ConditionCalendar {
  /** Whether a field has a time of day. */
  isInstant(field: string): boolean;
  /** First moment of a day such as `2026-11-22`; what is no day is left to the query to refuse. */
  startOf(day: string): string;
  dayAfter(day: string): string;
  /** From a day until before another; nothing for a period that there is not. */
  daysOf(period: string): { from: string; before: string } | undefined;
}

interface ConditionScope {
  calendar: ConditionCalendar;
  /** Who asks, for "is me"; nobody for a flow. */
  me: string | null;
}

/** Nothing for an operator or a period that there is not. */
export function conditionTest(
  condition: ScreenCondition,
  { calendar, me }: ConditionScope,
): object | undefined {
  const { field, operator } = condition;
  const value = plain(condition.value);
  switch (operator) {
    // A tick that nobody has set is a "no" to people.
    case 'is':
      return value === false ? { ne: true } : { eq: value };
    case 'isNot':
      return Array.isArray(value) ? { nin: value } : { ne: value };
    case 'isOneOf':
    case 'hasAny':
      return { in: Array.isArray(value) ? value : [value] };
    case 'hasAll':
      return { all: Array.isArray(value) ? value : [value] };
    case 'hasNone':
      return { nin: Array.isArray(value) ? value : [value] };
    case 'contains':
      return { contains: value };
    case 'over':
      return { gt: value };
    case 'under':
      return { lt: value };
    case 'from':
      return { gte: calendar.isInstant(field) ? calendar.startOf(String(value)) : value };
    // "Until Friday" includes Friday, also where the field has a time of day.
    case 'until':
      return calendar.isInstant(field)
        ? { lt: calendar.startOf(calendar.dayAfter(String(value))) }
        : { lte: value };
    case 'within':
      return withinPeriod(field, String(value), calendar);
    case 'isMe':
      return me === null ? { in: [] } : { eq: me };
    case 'isEmpty':
      return { eq: null };
    case 'isFilled':
      return { ne: null };
    default:
      return undefined;
  }
}

function withinPeriod(field: string, period: string, calendar: ConditionCalendar): object | undefined {
  const days = calendar.daysOf(period);
  if (!days) return undefined;
  const { from, before } = days;
  return calendar.isInstant(field)
    ? { gte: calendar.startOf(from), lt: calendar.startOf(before) }
    : { gte: from, lt: before };
}

/** References travel with their titles, so that a condition reads well without asking the server. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
