import type { MultiInstance } from '../../graph/index.ts';
import { valueOf } from '../../step/expression.ts';
import { Stop } from '../../step/incident.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { Value } from '../../step/types.ts';

/** How many there will be, and over what; asked once, when the activity begins. A collection goes before a number. */
export const sizeOf = (run: Run, token: Token, loop: MultiInstance): { total: number; items?: Value[] } => {
  const { collection, cardinality } = loop;
  if (collection === undefined) return { total: countOf(run, token, cardinality!) };
  const value = valueOf(run, token, collection);
  // One element alone comes out of a path expression as itself, none as nothing.
  const items = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return { total: items.length, items };
};

const countOf = (run: Run, token: Token, cardinality: string): number => {
  const value = valueOf(run, token, cardinality);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Stop({
    code: 'flow.cardinality-invalid',
    params: { element: token.at, value: JSON.stringify(value ?? null) },
    expression: cardinality,
  });
};
