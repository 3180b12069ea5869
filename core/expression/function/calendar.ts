import { raise } from '../expression-error.ts';
import { isNothing, typeName } from '../value.ts';
import { refuseArgument, type Call, type Family } from './built-in.ts';

const dayMs = 86_400_000;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in a time zone, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, at: number): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(at);
}

/**
 * Whole days from `a` to `b`, negative when `b` is earlier. Two instants: elapsed 24 hours. As soon as one of
 * them is a date: calendar days, an instant counting as its day in the company's time zone.
 */
function days([a, b]: unknown[], call: Call): number {
  const [from, to] = [moment('days', 1, a, call), moment('days', 2, b, call)];
  if (!from.isDate && !to.isDate) return Math.trunc((to.at - from.at) / dayMs) + 0;
  return Math.round((Date.parse(to.date) - Date.parse(from.date)) / dayMs);
}

/** Whole calendar months from `a` to `b`: 31 January to 28 February is one, to 27 February none. */
function months([a, b]: unknown[], call: Call): number {
  const [from, to] = [moment('months', 1, a, call).date, moment('months', 2, b, call).date];
  return from <= to ? monthsBetween(from, to) : 0 - monthsBetween(to, from);
}

function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const isFull = toDay >= Math.min(day, lastDay);
  return (toYear - year) * 12 + (toMonth - month) - (isFull ? 0 : 1);
}

/** The day, or the same time of the day, so many days later; an instant moves by 24 hours each. */
function addDays([value, count]: unknown[], call: Call): string {
  const at = moment('addDays', 1, value, call);
  const later = new Date((at.isDate ? Date.parse(at.date) : at.at) + whole('addDays', count) * dayMs);
  return written(later, { name: 'addDays', isDate: at.isDate, count });
}

/** So many calendar months later: 31 January and one month is the last day of February. */
function addMonths([value, count]: unknown[], call: Call): string {
  const at = moment('addMonths', 1, value, call);
  const from = new Date(at.isDate ? Date.parse(at.date) : at.at);
  const month = from.getUTCMonth() + whole('addMonths', count);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const later = new Date(from);
  later.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay));
  return written(later, { name: 'addMonths', isDate: at.isDate, count });
}

function whole(name: string, count: unknown): number {
  if (isNothing(count))
    return raise('expression.nothing', { operator: `$${name}`, side: 'right', found: typeName(count) });
  return typeof count === 'number' && Number.isInteger(count) ? count : refuseArgument(name, 2, count);
}

/** As it came: a day, or an instant. Beyond what dates reach there is none. */
function written(
  at: Date,
  { name, isDate, count }: { name: string; isDate: boolean; count: unknown },
): string {
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 || at.getUTCFullYear() > 9999)
    return refuseArgument(name, 2, count);
  return isDate ? at.toISOString().slice(0, 10) : at.toISOString();
}

interface Moment {
  isDate: boolean;
  at: number;
  date: string;
}

function moment(name: string, index: number, value: unknown, call: Call): Moment {
  if (isNothing(value)) {
    const side = index === 1 ? 'left' : 'right';
    return raise('expression.nothing', { operator: `$${name}`, side, found: typeName(value) });
  }
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (typeof value !== 'string' || Number.isNaN(at)) return refuseArgument(name, index, value);
  const isDate = dateOnly.test(value);
  return { isDate, at, date: isDate ? value : dateIn(call.context.env.timeZone ?? 'UTC', at) };
}

function toMillis([value]: unknown[]): unknown {
  if (value === undefined) return undefined;
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? refuseArgument('toMillis', 1, value) : at;
}

function fromMillis([value]: unknown[]): unknown {
  if (value === undefined) return undefined;
  const at = new Date(Number(value));
  return Number.isNaN(at.getTime()) ? refuseArgument('fromMillis', 1, value) : at.toISOString();
}

/** Time. With a picture, `$now`, `$toMillis` and `$fromMillis` are jsonata's, in the isolated interpreter. */
export const calendar: Family = {
  now: { signature: '<:s>', arity: 0, run: (_args, call) => new Date(call.context.env.now).toISOString() },
  millis: { signature: '<:n>', arity: 0, run: (_args, call) => call.context.env.now },
  today: {
    signature: '<:s>',
    arity: 0,
    run: (_args, call) => dateIn(call.context.env.timeZone ?? 'UTC', call.context.env.now),
  },
  days: { signature: '<xx:n>', arity: 2, run: days },
  months: { signature: '<xx:n>', arity: 2, run: months },
  addDays: { signature: '<xx:s>', arity: 2, run: addDays },
  addMonths: { signature: '<xx:s>', arity: 2, run: addMonths },
  toMillis: { signature: '<s-:n>', arity: 1, run: toMillis },
  fromMillis: { signature: '<n-:s>', arity: 1, run: fromMillis },
};
