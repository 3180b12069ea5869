import { isMoreExpected } from './expected-tokens.ts';
import { nodeOf } from './prepare.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/**
 * Resets the first complex gateway that may, once nothing else moves; true when one did. After BPMN 2.0.2, 13.4.5:
 * it waits for a token on each flow whose token it has not consumed, unless none is expected there.
 */
export const resetComplexGateway = (run: Run): boolean => {
  if (!run.prepared.hasComplexJoin) return false;
  for (const token of run.state.tokens) {
    if (token.consumed === undefined || token.todo !== undefined || token.incident !== undefined) continue;
    const node = nodeOf(run.prepared, token.at);
    const waiting = waitingAt(run, node, token.scope);
    const filled = new Set([...token.consumed, ...waiting.map((each) => each.via)]);
    if (isMoreExpected(run, node, { scope: token.scope, filled, besides: waiting })) continue;
    token.todo = { do: 'join' };
    run.queue.push(token);
    return true;
  }
  return false;
};

/** Tokens that have come to a complex gateway and are not consumed, the oldest first. */
export const waitingAt = (run: Run, node: PreparedNode, scope: number): Token[] =>
  run.state.tokens.filter(
    (each) => each.at === node.id && each.scope === scope && each.isEntered && each.consumed === undefined,
  );
