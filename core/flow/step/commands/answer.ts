import { record } from '../history.ts';
import { raise, Stop } from '../incident.ts';
import { complete, nodeAt } from '../moves.ts';
import { tokenAsking } from '../number-index.ts';
import type { PreparedNode } from '../prepare.ts';
import type { Run } from '../run.ts';
import type { Known } from '../state.ts';
import type { Command, Failure, Result, Value } from '../types.ts';

/**
 * The answer to an ask of a token: the move that broke off is done again with it; a call's result goes to its
 * element. False where no token asked.
 */
export const answer = (run: Run, command: Extract<Command, { type: 'answer' }>): boolean => {
  const token = tokenAsking(run.state, command.ask);
  if (token === undefined) return false;
  const { asks } = token;
  token.ask = undefined;
  token.asks = undefined;
  if (asks === 'call' || asks === 'flow') token.todo = { do: 'answer', result: command.result };
  else if (asks === 'escalation') {
    complete(run, token, nodeAt(run, token));
    return true;
  } else if (!command.result.ok) {
    raise(run, [token], token.at, stopOf(command.result.failure));
    return true;
  } else know(run, token, nodeAt(run, token), command.result);
  run.queue.push(token);
  return true;
};

/** What somebody outside reports as failed, as an incident. */
export const stopOf = (failure: Failure): Stop =>
  new Stop({
    code: failure.code,
    message: failure.message,
    params: failure.params,
    expression: failure.expression,
    input: failure.input,
  });

/** Notes the answer on who asked for it. */
export const know = (
  run: Run,
  asker: { known: Known | undefined },
  node: PreparedNode,
  { value, logs }: Extract<Result, { ok: true }>,
): void => {
  const known = (asker.known ??= {});
  const { asking } = known;
  if (asking === undefined) (known.values ??= []).push(value);
  else {
    known.asking = undefined;
    // Answers to `read` are objects by `<entity>/<id>`.
    const read = (value as Record<string, Value>)[asking.record] ?? null;
    if (asking.key === null) known.subject = read;
    else (known.answers ??= {})[asking.key] = read;
  }
  if (run.prepared.graph.history !== 'none') for (const each of logs ?? []) record(run, node, 'log', each);
};
