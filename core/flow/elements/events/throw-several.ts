import type { EventDefinition } from '../../graph/index.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import { throwEscalationBeside } from '../../step/throw-escalation.ts';
import { throwMessage } from './message.ts';
import { throwSignal } from './signal.ts';

/**
 * Throws all definitions of a multiple event that the token goes on from: messages and signals, then escalations.
 * Answers the one that decides what becomes of the token, if there is such a one; null where an escalation has
 * interrupted it.
 */
export const throwSeveral = (
  run: Run,
  token: Token,
  node: PreparedNode,
  events: readonly EventDefinition[],
): EventDefinition | undefined | null => {
  let last: EventDefinition | undefined;
  for (const event of events) {
    if (event.kind === 'message') throwMessage(run, token, node, event);
    else if (event.kind === 'signal') throwSignal(run, token, event);
    else if (event.kind !== 'escalation') last = event;
  }
  for (const event of events)
    if (event.kind === 'escalation' && throwEscalationBeside(run, token, event.code ?? '')) return null;
  return last;
};
