import type { EventDefinition } from '../../graph/index.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { WaitBody } from '../../step/waits.ts';
import { payloadOf } from './payload.ts';

type Signal = Extract<EventDefinition, { kind: 'signal' }>;

export const signalWait = (event: PreparedNode, signal: Signal): WaitBody => ({
  element: event.id,
  body: { kind: 'signal', element: event.id, name: signal.name },
});

/** To every subscription in the system that there is now: whoever begins to wait later waits for the next. */
export const throwSignal = (run: Run, token: Token, signal: Signal): void => {
  const variables = payloadOf(run, token, signal.payload);
  run.effects.push({ type: 'broadcast', name: signal.name, variables, last: run.state.count });
};
