import { idOf, written, type RecordData, type RecordService } from '../../../core/index.ts';
import { contactByEmail } from '../../customers/api.ts';
import type { Sender } from './add-words.ts';

interface Conversation {
  from: Sender;
  subject: string;
  channel: 'portal' | 'chat';
  queue: string | null;
  at: number;
  isWithBot?: boolean;
}

/** A request that a customer begins on a page, with the contact of the address where we know it. */
export async function newConversation(
  records: RecordService,
  { from: { name, email }, subject, channel, queue, at, isWithBot = false }: Conversation,
): Promise<RecordData> {
  const contact = email ? await contactByEmail(records, email) : null;
  const moment = new Date(at).toISOString();
  return written(
    await records.create('ticket', [
      {
        ...{ subject, channel, isWithBot, requesterName: name, requesterEmail: email || null },
        queue: queue ?? (await defaultQueue(records)),
        contact: contact?.id ?? null,
        account: idOf(contact?.['account']),
        ...{ askedAt: moment, lastMessageAt: moment },
      },
    ]),
  );
}

/** Where requests go that are written to none. */
export async function defaultQueue(records: RecordService): Promise<string | null> {
  const [queue] = await records.find('service-queue', { isDefault: { eq: true } }, { limit: 1 });
  return queue?.id ?? null;
}
