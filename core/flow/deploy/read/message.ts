import type { MessageDefinition } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { one, text, typeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { readNamed } from './named.ts';

/** The message of an event (in its definition) or of a send or receive task (on itself). */
export const readMessage = (
  { findings }: Reading,
  source: Source,
  definition: Source = source,
): MessageDefinition | undefined => {
  const name = one(definition, 'messageRef')?.name;
  if (!name) {
    findings.add(typeOf(source) === 'receiveTask' ? 'message-none' : 'message-missing', source);
    return undefined;
  }
  const correlationKey = text(definition, 'correlationKey');
  const payload = readNamed(definition === source ? [source] : [definition, source], 'Payload');
  return { name, ...(correlationKey ? { correlationKey } : {}), ...(payload.length > 0 ? { payload } : {}) };
};
