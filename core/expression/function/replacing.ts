import { isCallable } from '../value.ts';
import { ofMany, refuseArgument, text, type Call, type Family } from './built-in.ts';
import { limitOf, matchesOf, type Match } from './matching.ts';

function replace([value, pattern, replacement, limit]: unknown[], call: Call): string {
  if (pattern === '') return refuseArgument('replace', 2, pattern);
  const most = limitOf(limit, 'replace', 4);
  const source = text(value);
  const found =
    typeof pattern === 'string' ? literalMatches(source, pattern) : matchesOf(source, pattern, call);
  const substitute =
    typeof pattern === 'string' ? () => text(replacement) : (m: Match) => filled(m, replacement);
  let result = '';
  let from = 0;
  let count = 0;
  for (const next of most > 0 ? found : []) {
    result += source.slice(from, next.start) + substitute(next);
    from = next.start + next.match.length;
    call.context.meter.textSize(result.length);
    if (++count >= most) break;
  }
  return result + source.slice(from);
}

function* literalMatches(source: string, part: string): Generator<Match> {
  for (let start = source.indexOf(part); start >= 0; start = source.indexOf(part, start + part.length)) {
    yield { match: part, start, end: start + part.length, groups: [] };
  }
}

/** `$0` is the match, `$1` … the groups, `$$` a dollar sign; a function is given the match. */
function filled(found: Match, replacement: unknown): string {
  if (!isCallable(replacement)) return fillTemplate(text(replacement), found);
  const { match, start, end, groups } = found;
  const result = replacement.call([{ match, start, end, groups }], undefined);
  return typeof result === 'string' ? result : refuseArgument('replace', 3, result);
}

function fillTemplate(template: string, found: Match): string {
  const { groups } = found;
  return template.replaceAll(/\$(\$|\d+)?/g, (all: string, token: string | undefined) => {
    if (token === undefined) return '$';
    if (token === '$') return '$';
    if (token.startsWith('0')) return found.match + token.slice(1);
    const taken = digitsTaken(token, groups.length);
    return (groups[Number(token.slice(0, taken)) - 1] ?? '') + all.slice(1 + taken);
  });
}

/** `$12` is group 12 when there are so many, else group 1 followed by a 2. */
function digitsTaken(token: string, groups: number): number {
  const most = groups === 0 ? 1 : String(groups).length;
  const taken = Math.min(most, token.length);
  return taken > 1 && Number(token.slice(0, taken)) > groups ? taken - 1 : taken;
}

export const replacing: Family = { replace: ofMany('<s-(sf)(sf)n?:s>', 4, replace) };
