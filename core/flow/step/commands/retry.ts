import { retryLook } from '../conditions.ts';
import { recordAct } from '../history.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';
import { elementsOf } from './resolve.ts';

/** What stopped is done again, with what the variables and records say now. */
export const retry = (run: Run, command: Extract<Command, { type: 'retry' }>): void => {
  if (retryLook(run, command.incident)) return;
  const stopped = run.state.tokens.filter((token) => token.incident === command.incident);
  run.isLate = stopped.length === 0;
  if (run.isLate) return;
  recordAct(run, 'retried', { elements: elementsOf(stopped) });
  run.effects.push({ type: 'resolve', incident: command.incident });
  for (const token of stopped) {
    token.incident = undefined;
    run.queue.push(token);
  }
};
