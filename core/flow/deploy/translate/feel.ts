import { toJsonata } from './expression-reader.ts';
import type { Dialect } from './expression-reader.ts';

const not = (value: string): string => `$not(${value})`;

/** Functions whose counterpart takes the same. Names of several words are written as one before they are read. */
const functions: Record<string, string> = {
  count: '$count',
  sum: '$sum',
  min: '$min',
  max: '$max',
  abs: '$abs',
  floor: '$floor',
  ceiling: '$ceil',
  string: '$string',
  number: '$number',
  contains: '$contains',
  now: '$now',
  today: '$today',
  string_length: '$length',
  upper_case: '$uppercase',
  lower_case: '$lowercase',
};

const dialect: Dialect = {
  operators: Object.fromEntries(
    ['=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', 'and', 'or', 'in'].map((same) => [same, same]),
  ),
  prefixes: {},
  names: { true: 'true', false: 'false', null: 'null' },
  call: (name, given, on) => {
    const [first = ''] = given;
    if (on !== null) return null;
    if (name === 'not') return not(first);
    if (name === 'duration' || name === 'date' || name === 'date_and_time')
      return first.startsWith('"') ? first : null;
    if (name === 'is_defined') return `$exists(${first})`;
    if (/^(count|sum|min|max)$/.test(name) && given.length > 1) return `$${name}([${given.join(', ')}])`;
    const same = Object.hasOwn(functions, name) ? functions[name]! : null;
    return same && `${same}(${given.join(', ')})`;
  },
  // Lists begin with 1 there.
  index: (number) => number - 1,
  joinsTexts: true,
  hasIf: true,
};

/** `=a > 1 and b` in JSONata; null where something in it has no counterpart. */
export const feelToJsonata = (text: string): string | null =>
  reckonsWithTime(text) ? null : translated(text);

/** Times and durations are texts here, which a plus would join. */
const reckonsWithTime = (text: string): boolean => {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return /\b(now|today|date|time|duration)\s*\(/.test(bare) && /[-+*/]/.test(bare);
};

const translated = (text: string): string | null =>
  toJsonata(
    text
      .replace(/^\s*=/, '')
      .replace(/\b(string|upper|lower|is|date) (length|case|defined|and time)(?=\s*\()/g, (name) =>
        name.replaceAll(' ', '_'),
      ),
    dialect,
  );

export const isFeel = (text: string): boolean => /^\s*=/.test(text);
