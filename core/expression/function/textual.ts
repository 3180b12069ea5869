import { list, number, ofMany, ofOne, text, type Call, type Family } from './built-in.ts';
import { toText } from './to-text.ts';

/** Positions and lengths count code points, not UTF-16 units. */
function substring(value: string, start: number, length?: number): string {
  if (length !== undefined && length <= 0) return '';
  const points = [...value];
  const from = points.length + start < 0 ? 0 : start;
  if (length === undefined) return points.slice(from).join('');
  const end = from >= 0 ? from + length : points.length + from + length;
  return points.slice(from, end).join('');
}

function before(value: string, part: string): string {
  const at = value.indexOf(part);
  return at < 0 ? value : value.slice(0, at);
}

function after(value: string, part: string): string {
  const at = value.indexOf(part);
  return at < 0 ? value : value.slice(at + part.length);
}

function trim(value: string): string {
  return value
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .replace(/^ /, '')
    .replace(/ $/, '');
}

function pad([value, width, filler]: unknown[], call: Call): string {
  const wanted = Math.trunc(number(width));
  call.context.meter.textSize(Math.abs(wanted));
  const missing = Math.abs(wanted) - [...text(value)].length;
  if (missing <= 0) return text(value);
  const unit = [...(text(filler) || ' ')];
  const padding = Array.from({ length: missing }, (_, index) => unit[index % unit.length]).join('');
  return wanted > 0 ? text(value) + padding : padding + text(value);
}

function join([parts, separator]: unknown[], call: Call): string {
  const joined = list(parts).join(text(separator ?? ''));
  call.context.meter.textSize(joined.length);
  return joined;
}

/** Functions of text that look for no pattern. */
export const textual: Family = {
  string: ofMany('<x-b?:s>', 1, ([value, isPretty]) => toText(value, isPretty === true)),
  substring: ofMany('<s-nn?:s>', 3, ([value, start, length]) =>
    substring(text(value), number(start), length as number | undefined),
  ),
  substringBefore: ofMany('<s-s:s>', 2, ([value, part]) => before(text(value), text(part))),
  substringAfter: ofMany('<s-s:s>', 2, ([value, part]) => after(text(value), text(part))),
  lowercase: ofOne('<s-:s>', (value) => text(value).toLowerCase()),
  uppercase: ofOne('<s-:s>', (value) => text(value).toUpperCase()),
  length: ofOne('<s-:n>', (value) => [...text(value)].length),
  trim: ofOne('<s-:s>', (value) => trim(text(value))),
  pad: ofMany('<s-ns?:s>', 3, pad),
  join: ofMany('<a<s>s?:s>', 2, join),
};
