import { raise } from '../expression-error.ts';
import { LinearRegex } from '../regex.ts';
import { isCallable, Sequence, typeName, type Callable } from '../value.ts';
import { ofMany, refuseArgument, text, type Call, type Family } from './built-in.ts';

export interface Match {
  match: string;
  start: number;
  end: number;
  groups: string[];
}

/** A regular expression as a value: a function that other functions look into. */
export interface Pattern extends Callable {
  readonly regex: RegExp;
}

export const isPattern = (value: unknown): value is Pattern => isCallable(value) && 'regex' in value;

function* matchesOf(value: string, pattern: unknown, call: Call): Generator<Match> {
  if (!isPattern(pattern)) return refuseArgument(call.name, 2, typeName(pattern));
  const regex = new LinearRegex(pattern.regex);
  for (let found = regex.exec(value); found; found = regex.exec(value)) {
    call.context.meter.step();
    const [match = '', ...groups] = found;
    yield { match, start: found.index, end: found.index + match.length, groups };
    if (regex.lastIndex >= value.length) return;
    // An empty match would be found for ever.
    if (match === '') raise('expression.argument', { name: call.name, index: 2, found: 'an empty match' });
  }
}

const limitOf = (value: unknown, name: string, index: number): number => {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  return typeof value === 'number' && value >= 0 ? value : refuseArgument(name, index, value);
};

function contains([value, token]: unknown[], call: Call): unknown {
  if (token === undefined) return undefined;
  if (typeof token === 'string') return text(value).includes(token);
  return matchesOf(text(value), token, call).next().done !== true;
}

function match([value, pattern, limit]: unknown[], call: Call): unknown {
  const most = limitOf(limit, 'match', 3);
  const found = new Sequence();
  if (most === 0) return found;
  for (const { match: matched, start, groups } of matchesOf(text(value), pattern, call)) {
    found.push({ match: matched, index: start, groups });
    if (found.length >= most) break;
  }
  return found;
}

function split([value, separator, limit]: unknown[], call: Call): unknown {
  const most = limitOf(limit, 'split', 3);
  if (typeof separator === 'string') {
    call.context.meter.size(text(value).length / 16);
    return text(value).split(separator, Number.isFinite(most) ? most : undefined);
  }
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of most > 0 ? matchesOf(text(value), separator, call) : []) {
    if (parts.length >= most) break;
    parts.push(text(value).slice(from, start));
    from = end;
  }
  if (parts.length < most) parts.push(text(value).slice(from));
  return parts;
}

/** Functions that look for text or a pattern; `$replace` has its own file. */
export const matching: Family = {
  contains: ofMany('<s-(sf):b>', 2, contains),
  match: ofMany('<s-f<s:o>n?:a<o>>', 3, match),
  split: ofMany('<s-(sf)n?:a<s>>', 3, split),
};

export { limitOf, matchesOf };
