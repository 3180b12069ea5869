/** A condition as the reason that a business person would give; null for all that is not plain comparisons. */
export interface Comparison {
  /** As it is written: `$subject.stage`, or the name of a variable. */
  path: string;
  /** The last name of the path, in words. */
  name: string;
  operator: '=' | '!=' | '>' | '>=' | '<' | '<=';
  value: string | number | boolean | null;
}

const comparison =
  /^\s*(\$?[\w$.]+)\s*(>=|<=|!=|=|>|<)\s*('[^']*'|"[^"\\]*"|-?\d+(?:\.\d+)?|true|false|null)\s*$/;

export function comparisonsOf(source: string): Comparison[] | null {
  const found = source.split(/\s+and\s+/).map(read);
  return found.every((each) => each !== null) ? found : null;
}

function read(part: string): Comparison | null {
  const match = comparison.exec(part);
  if (!match) return null;
  const [, path = '', operator, literal = ''] = match;
  // One of the pattern's.
  const known = operator as Comparison['operator'];
  return { path, name: wordsOf(path), operator: known, value: valueOf(literal) };
}

const wordsOf = (path: string): string =>
  path
    .split('.')
    .at(-1)!
    .replace(/^\$/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

const valueOf = (literal: string): Comparison['value'] =>
  /^['"]/.test(literal) ? literal.slice(1, -1) : (JSON.parse(literal) as Comparison['value']); // a number, a boolean or null
