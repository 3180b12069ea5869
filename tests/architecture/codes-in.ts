/** The codes of problems, wrong values, incidents and expressions that a source names; `prefix-` where it makes one. */
export function codesIn(source: string): string[] {
  const found = places.flatMap((place) => [...source.matchAll(place)].map((match) => match[1]!));
  const chosen = [...source.matchAll(/\bcode: [^'`,;{}]*\? '([a-z.-]+)' : '([a-z.-]+)'/g)].flatMap(
    (match) => [match[1]!, match[2]!],
  );
  return [...new Set([...found, ...chosen])];
}

const code = "([a-z][a-z-]*(?:\\.[a-z-]+)?)'";
/** What takes a code as its first argument, or after a status. */
const calls = 'raise|refused?|reject|fail|fails|failField|CellProblem|problem';

const places: readonly RegExp[] = [
  new RegExp(`\\bcode: '${code}`, 'g'),
  new RegExp(`\\b(?:${calls})\\(\\s*(?:\\d+,\\s*)?'${code}`, 'g'),
  // Members of the union of expression codes.
  /^\s*\| '(expression\.[a-z-]+)'/gm,
  // A schema's own message is a code.
  /\)\s*\.(?:refine|regex)\([^)]*?, '([a-z]+(?:-[a-z]+)+)'\)/g,
  // Made from a part that varies: a family.
  /\bcode: `([a-z][a-z.-]*[.-])\$\{/g,
];
