import type { MessageDefinition } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { one, text, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { readNamed } from './named.ts';

/** The message of an event (in its definition) or of a send or receive task (on itself). */
export const readMessage = (
  { findings, file }: Reading,
  source: Source,
  definition: Source = source,
): MessageDefinition | undefined => {
  const conversation = file.conversations.get(source.id ?? '');
  const name = one(definition, 'messageRef')?.name ?? conversation?.name;
  if (!name) {
    findings.add(typeOf(source) === 'receiveTask' ? 'message-none' : 'message-missing', source);
    return undefined;
  }
  const correlationKey =
    text(definition, 'correlationKey') ?? (conversation?.isInternal ? conversationKey : undefined);
  const payload = readNamed(definition === source ? [source] : [definition, source], 'Payload');
  return { name, ...(correlationKey ? { correlationKey } : {}), ...(payload.length > 0 ? { payload } : {}) };
};

/**
 * Pools of one file talk about what the first of them is about: its business key, else itself. Whoever is started by
 * a message has its key as business key, and so answers to the one that began.
 */
const conversationKey = '$instance.businessKey = null ? $instance.id : $instance.businessKey';
