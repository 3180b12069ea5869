import type { Foreign, Place, ReadExpression } from './place.ts';

/** What it became; '' where it needs no counterpart, null where it has none. */
export type Outcome = string | null;

/** How the files of one tool are read. */
export interface Tool {
  name: string;
  /** Namespaces of its extensions. */
  namespaces: readonly string[];
  read: ReadExpression;
  /** Formats of script tasks whose scripts are such expressions. */
  scriptFormats: readonly string[];
  /** Extensions that hold others, which are looked at one by one. */
  containers: readonly string[];
  attributes: Readonly<Record<string, (place: Place, value: string) => Outcome>>;
  extensions: Readonly<Record<string, (place: Place, foreign: Foreign) => Outcome>>;
}
