import type { EventDefinition } from '../../graph/index.ts';
import { boundaryOf, interrupt } from '../../step/boundary.ts';
import { makeToken } from '../../step/moves.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import { throwError } from '../../step/throw-error.ts';
import { throwEscalationBeside } from '../../step/throw-escalation.ts';
import type { Variables } from '../../step/types.ts';
import { writeVariables } from '../../step/variables.ts';
import { keyOf } from '../events/message.ts';
import { payloadOf } from '../events/payload.ts';

/** Throws at the token that stands on the activity as a whole; true when the activity is ended by it. */
export type Throw = (owner: Token, node: PreparedNode) => boolean;

/**
 * Thrown by the activity itself: for its own boundary events first, and where none of them catches it, like any
 * other event of its kind.
 */
export const implicitThrow = (run: Run, token: Token, event: EventDefinition): Throw => {
  const variables = 'payload' in event ? payloadOf(run, token, event.payload) : {};
  const correlationKey = event.kind === 'message' ? keyOf(run, token, { id: token.at }, event) : null;
  return (owner, node) => {
    const isEnded = caught(run, { owner, node, event, variables });
    if (isEnded !== null) return isEnded;
    switch (event.kind) {
      case 'signal':
        run.effects.push({ type: 'broadcast', name: event.name, variables, last: run.state.count });
        return false;
      case 'message':
        run.effects.push({ type: 'publish', name: event.name, correlationKey, variables });
        return false;
      case 'escalation':
        return throwEscalationBeside(run, owner, event.code ?? '');
      case 'error':
        throwError(run, owner, { code: event.code ?? '', message: event.message ?? '' });
        return true;
      default:
        return false;
    }
  };
};

/** Where the model names no event: a signal with the activity's id, for its boundary events alone. It carries the counters. */
export const usualSignal = (run: Run, name: string, seen: Variables): Throw => {
  const variables = Object.fromEntries(
    Object.entries(seen).filter(([counter]) =>
      /^(loopCounter|numberOf(Active|Completed|Terminated)?Instances)$/.test(counter),
    ),
  );
  return (owner, node) => caught(run, { owner, node, event: { kind: 'signal', name }, variables }) ?? false;
};

interface Thrown {
  owner: Token;
  node: PreparedNode;
  event: EventDefinition;
  variables: Variables;
}

/** Null: none of its boundary events catches it. Else whether the one that did has ended the activity. */
const caught = (run: Run, { owner, node, event, variables }: Thrown): boolean | null => {
  const catcher = boundaryOf(owner, node).find((each) => fits(each.definition.event, event));
  if (catcher === undefined) return null;
  writeVariables(run, owner.scope, variables);
  if (catcher.definition.isInterrupting === false) {
    makeToken(run, catcher.id, owner.scope);
    return false;
  }
  interrupt(run, owner, catcher);
  return true;
};

/** By name or code, where there is one; a catcher of errors or escalations without a code catches all. */
const fits = (wanted: EventDefinition | undefined, event: EventDefinition): boolean => {
  if (wanted?.kind !== event.kind) return false;
  if ('name' in wanted && 'name' in event) return wanted.name === event.name;
  if ('code' in wanted && 'code' in event) return wanted.code === null || wanted.code === event.code;
  return false;
};
