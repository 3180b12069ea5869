import type { Effect } from './types.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Thrown by a move that must ask first: it is broken off, and repeated when the answer is there. */
export class Pause {
  readonly effect: (run: Run, token: Token) => Effect;

  constructor(effect: (run: Run, token: Token) => Effect) {
    this.effect = effect;
  }
}
