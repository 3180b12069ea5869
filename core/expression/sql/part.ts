import type { ReadPath } from '../annotate.ts';
import type { Node } from '../ast.ts';
import type { Variables } from '../value.ts';

/** `date` and `dateTime` are text to the expression, and compared natively where that gives the same. */
export type SqlType = 'number' | 'text' | 'boolean' | 'date' | 'dateTime' | 'textList';

/**
 * What a NULL of this SQL means: it cannot be, the value is null, or the closure would throw. The last two must
 * not be mixed in one column: what mixes them has no SQL equal.
 */
export type Nothing = 'never' | 'null' | 'error';

export interface Part {
  sql: string;
  type: SqlType | 'null';
  nothing: Nothing;
  /** Written in the expression. */
  literal?: string | number | boolean;
  /** A computed double; other numbers are numeric or integer columns and numeric parameters. */
  isDouble?: boolean;
}

export interface SqlField {
  /** An SQL expression; quoted by the caller. */
  sql: string;
  type: SqlType;
  /** True when absent. */
  isNullable?: boolean;
}

/** Expressions of PostgreSQL: a timestamptz, a date and the name of the zone. */
export interface SqlClock {
  now: string;
  today: string;
  timeZone: string;
}

export interface SqlOptions {
  /** The column of a path; `$$` is the root of names in the scope. Undefined: not a column. */
  resolve(read: ReadPath): SqlField | undefined;
  /** Undefined: what depends on the time or on a time zone has no SQL, unless there is a `clock`. */
  now: number | undefined;
  /** SQL that tells the time when it is asked; goes before `now`. */
  clock?: SqlClock;
  timeZone?: string;
  /** Values of bindings that are the same for all rows, such as `actor`. */
  bindings?: Variables;
  /** Number of the first parameter; 1 when absent. */
  firstParameter?: number;
}

export interface SqlCompiler {
  options: SqlOptions;
  part(node: Node): Part;
  /** Adds a parameter; answers a mark with its type, which becomes `$3::text` when all is put together. */
  parameter(value: unknown, type: string): string;
}

/** Why an expression has no SQL where the time is not known. */
export const readsTime = 'it depends on the time';

/** Thrown inside, a typed result outside. */
export class NoSql extends Error {
  readonly position: number | undefined;
  constructor(reason: string, position?: number) {
    super(reason);
    this.position = position;
  }
}

export const isTextual = (part: Part): boolean =>
  part.type === 'text' || part.type === 'date' || part.type === 'dateTime';

/** Text, number, boolean: values of different classes are never equal and have no order. */
export const classOf = (part: Part): string => (isTextual(part) ? 'text' : part.type);

/** An operator that throws when a side is nothing gives NULL for an error. */
export const errorOf = (...parts: Part[]): Nothing =>
  parts.every((part) => part.nothing === 'never') ? 'never' : 'error';

/** The boolean of an operator that takes null, and passes on errors. */
export const passing = (...parts: Part[]): Nothing =>
  parts.some((part) => part.nothing === 'error') ? 'error' : 'never';
