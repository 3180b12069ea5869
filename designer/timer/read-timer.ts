import { weekdays, type Timer, type TimerSource, type Unit, type Weekday } from './timer.ts';

/** What a timer's text says in words; an `expression` for what has no words here. */
export const readTimer = ({ property, source }: TimerSource): Timer => {
  const text = source.trim();
  const timer =
    property === 'timeDuration'
      ? readAfter(text)
      : property === 'timeDate'
        ? (readAround(text) ?? readAt(text))
        : readCycle(text);
  return timer ?? { kind: 'expression', property, source };
};

/** One number and one unit of ISO 8601; null for compound durations and for what is none. */
export const readDuration = (text: string): { amount: number; unit: Unit } | null => {
  const found = /^P(?:(\d+)([DWM])|T(\d+)([HM]))$/.exec(text);
  if (!found) return null;
  const [, dateAmount, dateLetter, timeAmount, timeLetter] = found;
  const unit: Unit = dateLetter
    ? dateLetter === 'D'
      ? 'days'
      : dateLetter === 'W'
        ? 'weeks'
        : 'months'
    : timeLetter === 'H'
      ? 'hours'
      : 'minutes';
  return { amount: Number(dateAmount ?? timeAmount), unit };
};

const readAfter = (text: string): Timer | null => {
  const isBusiness = text.startsWith('business:');
  const duration = readDuration(isBusiness ? text.slice('business:'.length).trim() : text);
  return duration && { kind: 'after', ...duration, isBusiness };
};

const readAt = (text: string): Timer | null =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(text)
    ? { kind: 'at', date: text }
    : null;

/** `$subject.ends & '/-P30D'` */
const readAround = (text: string): Timer | null => {
  const found = /^(\$?\w+(?:\.\w+)*) & '\/(-?)(P\w+)'$/.exec(text);
  const duration = found && readDuration(found[3]!);
  return duration && { kind: 'around', path: found[1]!, ...duration, isBefore: found[2] === '-' };
};

const readCycle = (text: string): Timer | null => {
  if (text.startsWith('cron:')) return readCron(text.slice('cron:'.length).trim());
  const found = /^R(\d*)\/(P.*)$/.exec(text);
  const duration = found?.[2] === undefined ? null : readDuration(found[2]);
  if (!found || !duration) return null;
  return { kind: 'every', ...duration, times: found[1] ? Number(found[1]) : null };
};

/** A cron line of one time of day, on some days of the week or one of the month. */
const readCron = (line: string): Timer | null => {
  const [minute = '', hour = '', day = '', month, weekday = '', zone = '', ...rest] = line.split(/\s+/);
  if (!/^\d{1,2}$/.test(minute) || !/^\d{1,2}$/.test(hour)) return null;
  if (month !== '*' || rest.length > 0) return null;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (weekday === '*' && /^([1-9]|[12]\d|3[01])$/.test(day))
    return { kind: 'monthly', day: Number(day), time, zone };
  const days = day === '*' ? readWeekdays(weekday) : null;
  return days && { kind: 'weekly', days, time, zone };
};

const readWeekdays = (text: string): Weekday[] | null => {
  if (text === '*') return [...weekdays];
  const chosen = new Set<Weekday>();
  for (const part of text.toUpperCase().split(',')) {
    const [from = '', to = from, ...rest] = part.split('-');
    const first = weekdays.indexOf(from as Weekday); // A name that is no weekday is found nowhere.
    const last = weekdays.indexOf(to as Weekday);
    if (first < 0 || last < first || rest.length > 0) return null;
    for (const day of weekdays.slice(first, last + 1)) chosen.add(day);
  }
  return weekdays.filter((day) => chosen.has(day));
};
