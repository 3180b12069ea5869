import { outOfRange } from './integer.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';

/** A hundred years. */
const most = 3_155_760_000;

export const durationType: FieldTypeSpec = {
  type: 'duration',
  kind: 'number',
  isSortable: true,
  columns: () => [{ suffix: '', type: 'bigint' }],
  parse(value, field) {
    if (value === '') return parsed(null);
    const seconds = typeof value === 'number' ? value : typeof value === 'string' ? secondsOf(value) : null;
    if (seconds === null || !Number.isFinite(seconds) || Math.abs(seconds) > most)
      return refused('not-duration', { value: String(value).slice(0, 40) });
    const whole = Math.round(seconds);
    return outOfRange(whole, field) ?? parsed(whole);
  },
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => Number(value),
  text: (value) => durationText(Number(value)),
};

const units: readonly [pattern: RegExp, seconds: number][] = [
  [/(\d+(?:\.\d+)?)\s*(?:w|weeks?|周)(?![a-z])/i, 604_800],
  [/(\d+(?:\.\d+)?)\s*(?:d|days?|天)(?![a-z])/i, 86_400],
  [/(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?|小时)(?![a-z])/i, 3_600],
  [/(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes?|分钟?)(?![a-z])/i, 60],
  [/(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?|秒)(?![a-z])/i, 1],
];

/** `PT1H30M`, `1:30`, `1:30:15`, `1 h 30 min`, `2.5h`, `3 天`; null for anything else. */
function secondsOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const iso = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(plain);
  if (iso && /\d/.test(plain)) {
    const [weeks, days, hours, minutes, seconds] = iso.slice(2).map((part) => Number(part ?? 0));
    const sum = weeks! * 604_800 + days! * 86_400 + hours! * 3_600 + minutes! * 60 + seconds!;
    return iso[1] ? -sum : sum;
  }
  const clock = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(plain);
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  let rest = plain;
  let sum: number | null = null;
  for (const [pattern, seconds] of units) {
    const found = pattern.exec(rest);
    if (!found) continue;
    sum = (sum ?? 0) + Number(found[1]) * seconds;
    rest = rest.replace(found[0], ' ');
  }
  return /[^\s,]/.test(rest) ? null : sum;
}

/** `1:30:00` for an hour and a half. */
function durationText(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const whole = Math.abs(seconds);
  const sign = seconds < 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 3_600)}:${two(Math.floor((whole % 3_600) / 60))}:${two(whole % 60)}`;
}

/** A length of time in seconds; days have 24 hours. */
export const duration = <const O extends CommonOptions<number> & { min?: number; max?: number }>(
  options?: O,
): Field<Given<number, O>> => ({ ...options, type: 'duration' });
