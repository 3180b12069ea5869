import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { OpenWait, Token } from '../step/state.ts';
import type { Result, Variables } from '../step/types.ts';

/**
 * What one kind of BPMN element does with a token. Each function is one *move*: it first evaluates all that it
 * needs and only then changes state or gives effects, because a move that has to ask (a record, an expression
 * beyond the compiled subset) is broken off and done again from its beginning when the answer is there.
 */
export interface Element {
  type: string;
  /** With several incoming flows it is recorded when it fires, not when a token arrives. */
  isJoin?: boolean;
  /** A token arrived. */
  enter(run: Run, token: Token, node: PreparedNode): void;
  /** The answer to its `call`. */
  answer?(run: Run, token: Token, node: PreparedNode, result: Result): void;
  /** A wait of its own came true. */
  trigger?(run: Run, token: Token, node: PreparedNode, wait: OpenWait, variables: Variables): void;
  /** A join fires: an inclusive one when nothing else can move, others when all has arrived. */
  join?(run: Run, token: Token, node: PreparedNode): void;
  /** It is done: what its data associations carry out is set. */
  carryOut?(run: Run, token: Token, node: PreparedNode): void;
  /** It has completed, and its token is about to go on. */
  completed?(run: Run, token: Token, node: PreparedNode): void;
  /** An event begins it. */
  begin?(run: Run, token: Token, node: PreparedNode, variables: Variables): void;
  /** All tokens of its inner scope are gone, or all is undone that it had to undo. */
  inner?(run: Run, token: Token, node: PreparedNode): void;
  /** An iteration of it is done. */
  next?(run: Run, token: Token, node: PreparedNode): void;
}
