import { raise, Stop } from '../incident.ts';
import { record } from '../history.ts';
import { nodeAt } from '../moves.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { Command, Failure, Result } from '../types.ts';

/** The answer to an ask: the move that broke off is done again with it; a call's result goes to its element. */
export const answer = (run: Run, command: Extract<Command, { type: 'answer' }>): void => {
  const token = run.state.tokens.find((each) => each.ask === command.ask);
  if (token === undefined) return;
  const asked = token.asks;
  token.ask = undefined;
  token.asks = undefined;
  if (asked === 'call') token.todo = { do: 'answer', result: command.result };
  else if (!command.result.ok) return raise(run, [token], token.at, stopOf(command.result.failure));
  else know(run, token, asked === 'subject', command.result);
  run.queue.push(token);
};

const know = (run: Run, token: Token, isSubject: boolean, result: Extract<Result, { ok: true }>): void => {
  const known = (token.known ??= {});
  if (isSubject) {
    const { subject } = run.state;
    // Answers to `read` are objects by `<entity>/<id>`.
    known.subject = (result.value as Record<string, never>)[`${subject!.entity}/${subject!.id}`] ?? null;
  } else (known.values ??= []).push(result.value);
  if (run.prepared.graph.history !== 'none')
    for (const value of result.logs ?? []) record(run, nodeAt(run, token), 'log', value);
};

export const stopOf = (failure: Failure): Stop =>
  new Stop({
    code: failure.code,
    message: failure.message,
    expression: failure.expression,
    input: failure.input,
  });
