import type { Node } from '../ast.ts';
import type { Context, Frame } from '../context.ts';

/** A compiled node: from the context value, what is set so far, and the evaluation, to a value. */
export type Run = (input: unknown, frame: Frame | undefined, context: Context) => unknown;

/** What compiling a node may ask. */
export interface Compiler {
  compile(node: Node): Run;
  /** Names that a `:=` or a parameter somewhere in the expression sets. */
  readonly own: ReadonlySet<string>;
}

/** Thrown while compiling: this part of JSONata is left to the isolated interpreter. */
export class NotCovered extends Error {}
