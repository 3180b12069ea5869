import { addDuration } from './add-duration.ts';
import type { Duration } from './parse-duration.ts';
import { parseDuration } from './parse-duration.ts';
import { parseInstant } from './parse-instant.ts';
import { parseCron } from './parse-cron.ts';
import type { CronLine } from './parse-cron.ts';

export type Timer =
  | { kind: 'date'; at: number }
  | { kind: 'duration'; duration: Duration; isBusiness?: true }
  /** `times`: −1 for ever. `start`: the first time; one duration after the timer begins when absent. */
  | { kind: 'cycle'; times: number; start: number | null; duration: Duration; isBusiness?: true }
  | { kind: 'cron'; line: CronLine };

/**
 * What a timer text says, or null when it is none of: date, duration, `2026-12-24/-P30D`, `R3/PT1H`,
 * `cron: …`, `business: PT8H`.
 */
export const parseTimer = (text: string, timeZone: string): Timer | null => {
  const trimmed = text.trim();
  if (trimmed.startsWith('cron:')) {
    const line = parseCron(trimmed.slice(5));
    return line === null ? null : { kind: 'cron', line };
  }
  if (trimmed.startsWith('business:')) return parseBusiness(trimmed.slice(9).trim(), timeZone);
  if (trimmed.startsWith('R')) return parseCycle(trimmed, timeZone);
  const duration = parseDuration(trimmed);
  if (duration !== null) return { kind: 'duration', duration };
  const at = parseInstant(trimmed, timeZone) ?? parseShifted(trimmed, timeZone);
  return at === null ? null : { kind: 'date', at };
};

/**
 * Whether the text is meant as it stands rather than as JSONata. `PT1X` is: nobody names a variable so, and the
 * mistake is then seen at deployment.
 */
export const isTimerLiteral = (text: string): boolean =>
  /^\s*(cron:|business:|R\d*\/|P\d|PT\d|\d{4}-\d{2}-\d{2})/.test(text);

/** So long after a date, or before it: `2026-12-24/P3D`, `2026-12-24/-P30D`. */
const parseShifted = (text: string, timeZone: string): number | null => {
  const parts = /^([^/]+)\/(-?)(P[^/]+)$/.exec(text);
  const from = parts && parseInstant(parts[1]!, timeZone);
  const by = parts && parseDuration(parts[3]!);
  if (!parts || from === null || by === null) return null;
  const sign = parts[2] === '-' ? -1 : 1;
  return addDuration(from, { months: sign * by.months, days: sign * by.days, ms: sign * by.ms }, timeZone);
};

const parseCycle = (text: string, timeZone: string): Timer | null => {
  const parts = /^R(\d*)\/(?:([^/]+)\/)?([^/]+)$/.exec(text);
  if (parts === null) return null;
  const duration = parseDuration(parts[3]!);
  const start = parts[2] === undefined ? null : parseInstant(parts[2], timeZone);
  if (duration === null || (parts[2] !== undefined && start === null)) return null;
  return { kind: 'cycle', times: parts[1] === '' ? -1 : Number(parts[1]), start, duration };
};

/** Working days and hours; a month has no number of either. */
const parseBusiness = (text: string, timeZone: string): Timer | null => {
  const timer = parseTimer(text, timeZone);
  const isCounted = timer?.kind === 'duration' || timer?.kind === 'cycle';
  return isCounted && timer.duration.months === 0 ? { ...timer, isBusiness: true } : null;
};
