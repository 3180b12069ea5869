import { record } from '../history.ts';
import { raise, Stop } from '../incident.ts';
import { nodeAt } from '../moves.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { Command, Failure, Result, Value } from '../types.ts';

/** The answer to an ask: the move that broke off is done again with it; a call's result goes to its element. */
export const answer = (run: Run, command: Extract<Command, { type: 'answer' }>): void => {
  const token = run.state.tokens.find((each) => each.ask === command.ask);
  if (token === undefined) return;
  const { asks } = token;
  token.ask = undefined;
  token.asks = undefined;
  if (asks === 'call') token.todo = { do: 'answer', result: command.result };
  else if (!command.result.ok) return raise(run, [token], token.at, stopOf(command.result.failure));
  else know(run, token, command.result);
  run.queue.push(token);
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

const know = (run: Run, token: Token, { value, logs }: Extract<Result, { ok: true }>): void => {
  const known = (token.known ??= {});
  const { asking } = known;
  if (asking === undefined) (known.values ??= []).push(value);
  else {
    known.asking = undefined;
    // Answers to `read` are objects by `<entity>/<id>`.
    const read = (value as Record<string, Value>)[asking.record] ?? null;
    if (asking.key === null) known.subject = read;
    else (known.answers ??= {})[asking.key] = read;
  }
  if (run.prepared.graph.history !== 'none')
    for (const each of logs ?? []) record(run, nodeAt(run, token), 'log', each);
};
