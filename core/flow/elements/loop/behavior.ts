import type { EventDefinition, MultiInstance } from '../../graph/index.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { Variables } from '../../step/types.ts';
import { scopeOf } from '../../step/moves.ts';
import { isTrue } from './is-true.ts';
import { implicitThrow, usualSignal } from './implicit-throw.ts';
import type { Throw } from './implicit-throw.ts';

/**
 * The events that a completing iteration throws: `all` none, `none` one each time, `one` one the first time,
 * `complex` those whose condition is true (BPMN 2.0.2, table 10.29). Ready to be thrown, all their expressions
 * evaluated.
 */
export const thrownBy = (run: Run, token: Token, loop: MultiInstance, seen: () => Variables): Throw[] => {
  switch (loop.behavior) {
    case 'all':
      return [];
    case 'none':
      return [ready(run, token, loop.noneEvent, seen)];
    case 'one': {
      const { completed } = scopeOf(run, scopeOf(run, token.scope).parent!).loop!;
      return completed > 0 ? [] : [ready(run, token, loop.oneEvent, seen)];
    }
    case 'complex':
      return (loop.complex ?? [])
        .filter(({ condition }) => isTrue(run, token, condition, seen()))
        .map(({ event }) => implicitThrow(run, token, event));
  }
};

const ready = (run: Run, token: Token, event: EventDefinition | undefined, seen: () => Variables): Throw =>
  event === undefined ? usualSignal(run, token.at, seen()) : implicitThrow(run, token, event);
