import type { MessageDefinition } from '../../graph/index.ts';
import { valueOf } from '../../step/expression.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { Value } from '../../step/types.ts';
import type { WaitBody } from '../../step/waits.ts';
import { payloadOf } from './payload.ts';

/** Waits for a message of this name with the key that the instance says. */
export const messageWait = (
  run: Run,
  token: Token,
  event: PreparedNode,
  message: MessageDefinition,
): WaitBody => ({
  element: event.id,
  body: {
    kind: 'message',
    element: event.id,
    name: message.name,
    correlationKey: keyOf(run, token, event, message),
  },
});

/** Sends a message: to the one instance that awaits its name and key, or a start event. */
export const throwMessage = (
  run: Run,
  token: Token,
  event: PreparedNode,
  message: MessageDefinition,
): void => {
  const correlationKey = keyOf(run, token, event, message);
  const variables = payloadOf(run, token, message.payload);
  run.effects.push({ type: 'publish', name: message.name, correlationKey, variables });
};

export const keyOf = (
  run: Run,
  token: Token,
  event: { id: string },
  message: MessageDefinition,
): string | null => {
  if (message.correlationKey === undefined) return null;
  return textOfKey(valueOf(run, token, message.correlationKey, { at: event.id }));
};

/** Keys are compared as text: the order number 7 and "7" are the same key. */
const textOfKey = (value: Value): string | null =>
  value === null || typeof value === 'string' ? value : JSON.stringify(value);
