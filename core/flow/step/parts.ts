/**
 * The iterations of a large multi-instance activity can be kept apart from the rest of the state, in parts of a few
 * dozen: whoever stores the state then stores and loads those that a command is for. What the step does does not
 * depend on it: where it comes to need a part that is not there, it says so (`PartsNeeded`) and is done once more
 * with all of them.
 */
import type { Prepared } from './prepare.ts';
import type { Scope, State, Token } from './state.ts';
import type { Value } from './types.ts';

/** Some of the iterations of one activity, with all that runs inside them and what they have given. */
export interface Part {
  /** The scope around all iterations of the activity. */
  body: number;
  /** Counted from 0. */
  part: number;
  tokens: Token[];
  scopes: Scope[];
  results: [number, Value][];
}

/** Thrown by a step that must look at iterations that are not there. The state it was given is spoilt. */
export class PartsNeeded extends Error {
  override readonly name = 'PartsNeeded';
}

/** Fewer iterations than this stay where they are. */
const least = 256;
/** One command rewrites its part (about 15 kB) and the list of the others (7 kB with 20,000 iterations). */
const partSize = 64;

/** Takes the parts out of the state. Parts that are away already stay away, and are not among them. */
export const divide = ({ hasConditions }: Prepared, state: State): Part[] => {
  // A condition looks at every change of a variable, wherever it waits.
  if (hasConditions || (state.away === undefined && state.scopes.length < least)) return [];
  const { parts, partOf } = assign(state);
  if (parts.size === 0) return [];
  const { tokens, scopes } = state;
  state.tokens = tokens.filter((token) => !partOf.get(token.scope)?.tokens.push(token));
  state.scopes = scopes.filter((scope) => !partOf.get(scope.id)?.scopes.push(scope));
  const taken = [...parts.values()].filter(({ tokens, results }) => tokens.length + results.length > 0);
  const away = taken.map(({ body, part, tokens }) =>
    tokens.some((token) => token.incident !== undefined) ? { body, part, isStopped: true } : { body, part },
  );
  if (away.length > 0) state.away = [...(state.away ?? []), ...away];
  return taken;
};

/** Puts parts back. */
export const merge = (state: State, parts: readonly Part[]): void => {
  const inOrder = (one: { id: number }, other: { id: number }): number => one.id - other.id;
  state.tokens = [...state.tokens, ...parts.flatMap((part) => part.tokens)].sort(inOrder);
  state.scopes = [...state.scopes, ...parts.flatMap((part) => part.scopes)].sort(inOrder);
  for (const { body, results } of parts)
    state.scopes.find((scope) => scope.id === body)?.loop?.results?.push(...results);
  const back = new Set(parts.map(nameOf));
  state.away = state.away?.filter((each) => !back.has(nameOf(each)));
  if (state.away?.length === 0) state.away = undefined;
};

export const nameOf = ({ body, part }: Pick<Part, 'body' | 'part'>): string => `${body}:${part}`;

/** Numbers of asks, waits and incidents by which commands mean tokens of the part. */
export const numbersIn = ({ tokens }: Part): number[] =>
  tokens.flatMap(({ ask, incident, waits = [] }) =>
    [ask, incident, ...waits.map((wait) => wait.id)].filter((number) => number !== undefined),
  );

/** A step is about to end, or to look at, all that is in these scopes. */
export const needParts = ({ away }: State, isNeeded: (body: number) => boolean): void => {
  if (away?.some(({ body }) => isNeeded(body))) throw new PartsNeeded();
};

/** A scope comes after the one it is in. Bodies within a part go with it. */
const assign = (state: State): { parts: Map<string, Part>; partOf: Map<number, Part> } => {
  const parts = new Map<string, Part>();
  const partOf = new Map<number, Part>();
  const bodies = new Set<number>();
  const get = (body: number, number: number): Part => {
    const part = Math.floor((number - 1) / partSize);
    const name = nameOf({ body, part });
    if (!parts.has(name)) parts.set(name, { body, part, tokens: [], scopes: [], results: [] });
    return parts.get(name)!;
  };
  for (const { id, parent, loop, iteration } of state.scopes) {
    const around = partOf.get(parent ?? -1);
    if (around !== undefined) partOf.set(id, around);
    else if (iteration !== undefined && bodies.has(parent!)) partOf.set(id, get(parent!, iteration));
    else if (loop !== undefined && loop.begun >= least && loop.begun === loop.total) {
      bodies.add(id);
      for (const result of loop.results?.splice(0) ?? []) get(id, result[0]).results.push(result);
    }
  }
  return { parts, partOf };
};
