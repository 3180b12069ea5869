/** What an expression takes and gives: JSON. Inside, `undefined` is "missing". */
export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };
export type Variables = { [name: string]: Value };

/**
 * The list a path, filter or `$map` yields. One of length 1 collapses to its item and an empty one to missing,
 * which a list that came from data never does. That is the only difference to an ordinary list.
 */
export class Sequence extends Array<unknown> {
  // `slice`, `filter` and the like make ordinary lists.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Set by `[]` after a path: stays a list although it has one item. */
  keepsSingle = false;
}

/** A list constructed as a step of a path (`a.[b, c]`): the path does not flatten it. */
export class ConstructedList extends Array<unknown> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

export const sequenceOf = (items: Iterable<unknown>): Sequence => {
  const sequence = new Sequence();
  for (const item of items) sequence.push(item);
  return sequence;
};

export const isNothing = (value: unknown): value is null | undefined => value === undefined || value === null;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isCallable(value);

/** A function of the expression language: a lambda, a built-in, a regular expression. */
export interface Callable {
  /** jsonata's checks of signatures know a function by this member. */
  readonly _jsonata_function: true;
  readonly name: string;
  /** Parameters it can take; higher-order functions pass no more. */
  readonly arity: number;
  call(args: unknown[], input: unknown): unknown;
}

/** JSON has no functions, so data that carries the mark by chance is none. */
export const isCallable = (value: unknown): value is Callable =>
  typeof value === 'object' && value !== null && typeof (value as { call?: unknown }).call === 'function';

/** What it is, in the words of the sentences. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isCallable(value) || typeof value === 'function') return 'function';
  if (typeof value === 'string') return 'text';
  return typeof value;
}
