/** Reports that definitions show, by their names: in what became different only their ids stand. */
import type { Difference } from '../configuration/difference.ts';

/** `names` by id, of those that the reader may see; others keep their ids. */
export const reportsNamed = (
  differences: readonly Difference[],
  names: ReadonlyMap<string, string>,
): Difference[] =>
  differences.map(({ path, before, after }) => {
    const isReport = path.at(-1) === 'report';
    const told = (value: unknown): unknown =>
      isReport && typeof value === 'string' ? (names.get(value) ?? value) : tilesNamed(value, names);
    return { path, before: told(before), after: told(after) };
  });

/** A tile is called as its report where it has no label of its own. */
function tilesNamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => tilesNamed(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [member, tilesNamed(inner, names)]),
  );
  const { node, report, label } = members;
  const name = node === 'report' && typeof report === 'string' && !label ? names.get(report) : undefined;
  return name === undefined ? members : { ...members, title: name };
}
