import { Stop } from '../../step/incident.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';

/** At once in one instance, and for one activity: a number typed wrong must not fill the memory. */
const mostIterations = 100_000;
/** What an iteration may move within one command, on average. */
const movesEach = 50;
const mostMoves = 2_000_000;

export const checkCount = (run: Run, token: Token, count: number, atOnce: number): void => {
  if (count <= mostIterations && run.state.scopes.length + atOnce <= mostIterations * 2) return;
  throw new Stop({
    code: 'flow.iterations-too-many',
    params: { element: token.at, count, limit: mostIterations },
  });
};

/** Once for each place in a command, so that a loop around the activity is still found to be endless. */
export const allowMoves = (run: Run, token: Token, iterations: number): void => {
  const place = `${token.scope} ${token.at}`;
  if (run.allowed.has(place)) return;
  run.allowed.add(place);
  run.limit = Math.min(mostMoves, run.limit + iterations * movesEach);
};
