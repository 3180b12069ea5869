import type { Facts } from './annotate.ts';
import type { Environment } from './context.ts';
import type { Node } from './ast.ts';
import type { Value, Variables } from './value.ts';

/** An expression that was read, and what is known about it. */
export interface Compiled extends Omit<Facts, 'calls'> {
  readonly source: string;
  /** Wholly compiled: `evaluate` answers at once. Otherwise only `evaluateIsolated` can. */
  readonly isSync: boolean;
  /** What is not covered, where `isSync` is false. */
  readonly uncovered: string | undefined;
  /** Host functions called by name, without the `$`; see `host.ts`. */
  readonly hostFunctions: string[];
  readonly tree: Node;
  /** Missing comes back as null. Throws ExpressionError. */
  evaluate(scope: Variables, env: Environment): Value;
  /** Missing comes back as undefined. Throws ExpressionError. */
  evaluateOptional(scope: Variables, env: Environment): Value | undefined;
}
