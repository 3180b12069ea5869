import { isMoreExpected } from './expected-tokens.ts';
import { record } from './history.ts';
import { remove } from './moves.ts';
import { nodeOf } from './prepare.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/**
 * Fires the first inclusive join that may, once nothing else moves; true when one did. After BPMN 2.0.2, 13.4.3:
 * a join with at least one token waits as long as a token elsewhere in its scope can come to an incoming flow
 * that has none, by a way that does not pass the join itself, unless it could as well come to one that has.
 */
export const fireInclusiveJoin = (run: Run): boolean => {
  if (!run.prepared.hasInclusiveJoin) return false;
  for (const token of run.state.tokens) {
    const node = nodeOf(run.prepared, token.at);
    if (!isWaitingJoin(token, node)) continue;
    const waiting = run.state.tokens.filter((each) => isAt(each, token) && isWaitingJoin(each, node));
    if (mayFire(run, node, waiting)) {
      fire(run, node, waiting);
      return true;
    }
  }
  return false;
};

const isAt = (token: Token, other: Token): boolean => token.at === other.at && token.scope === other.scope;

const isWaitingJoin = (token: Token, node: PreparedNode): boolean =>
  node.type === 'inclusiveGateway' &&
  node.isQuiet &&
  token.todo === undefined &&
  token.incident === undefined;

const mayFire = (run: Run, node: PreparedNode, waiting: readonly Token[]): boolean => {
  const filled = new Set(waiting.map((token) => token.via));
  return !isMoreExpected(run, node, { scope: waiting[0]!.scope, filled, besides: waiting });
};

/** One token of each flow is taken, the oldest; a second one on the same flow waits for the next time. */
const fire = (run: Run, node: PreparedNode, waiting: readonly Token[]): void => {
  const taken = waiting.filter(
    (token, index) => waiting.findIndex((other) => other.via === token.via) === index,
  );
  for (const token of taken.slice(1)) remove(run, token);
  if (node.isRecorded) record(run, node, 'entered');
  taken[0]!.todo = { do: 'join' };
  run.queue.push(taken[0]!);
};
