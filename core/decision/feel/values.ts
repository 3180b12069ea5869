/** Values between JSON and FEEL. */
import {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelTime,
  duration,
  isFunction,
  isRange,
  parseDate,
  parseDateTime,
  parseTime,
} from 'feelin';
import type { Value } from '../../expression/index.ts';
import { DecisionError } from '../decision-error.ts';
import type { FeelType } from '../model.ts';

const readers: Partial<Record<FeelType, (text: string) => unknown>> = {
  date: parseDate,
  dateTime: parseDateTime,
  time: parseTime,
  duration,
};

const kinds: Record<FeelType, (value: unknown) => boolean> = {
  any: () => true,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof FeelDate,
  dateTime: (value) => value instanceof FeelDateTime,
  time: (value) => value instanceof FeelTime,
  duration: (value) => value instanceof FeelDuration,
};

/** The value as the type says; undefined where it cannot be one. Dates and the like are texts in JSON. */
export function toType(value: unknown, type: FeelType): unknown {
  if (value === null || value === undefined) return null;
  if (kinds[type](value)) return value;
  const read = readers[type];
  // A record's numbers with exact digits are texts.
  if (type === 'number') return isDecimal(value) ? Number(value) : undefined;
  const found = read && typeof value === 'string' ? read(value) : null;
  return found ?? undefined;
}

const isDecimal = (value: unknown): boolean =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim());

/** A result as JSON. */
export function toJson(value: unknown, depth = 0): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) throw notJson('number');
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (depth > 50) throw notJson('depth');
  if (Array.isArray(value)) return value.map((each) => toJson(each, depth + 1));
  if (kinds.date(value) || kinds.dateTime(value) || kinds.time(value) || kinds.duration(value))
    return String(value);
  if (typeof value === 'function' || isFunction(value) || isRange(value)) throw notJson('function');
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toJson(each, depth + 1)]));
}

const notJson = (what: string): DecisionError => new DecisionError('decision.result-kind', { what });
