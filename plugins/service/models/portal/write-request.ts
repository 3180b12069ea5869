/** What a customer writes in the portal: a new request, or more about one of their own. */
import {
  Problem,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Transaction,
} from '../../../../core/index.ts';
import { idOf } from '../id-of.ts';
import { summary } from '../summary.ts';
import { written } from '../written.ts';
import { ownRequest } from './own-requests.ts';
import type { Visitor } from './portal-session.ts';

const hourMs = 3_600_000;
const mostAnHour = 30;

export const writeRequest = (
  services: PluginServices,
  visitor: Visitor,
  { subject, text, queue }: { subject: string; text: string; queue?: string | null },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const records = await recordsFor(services, { tx, visitor });
    const [contact] = await records.find('contact', { email: { eq: visitor.email } }, { limit: 1 });
    const at = new Date(services.now()).toISOString();
    const ticket = written(
      await records.create('ticket', [
        {
          ...{ subject, channel: 'portal', requesterName: visitor.name, requesterEmail: visitor.email },
          queue: queue ?? (await defaultQueue(records)),
          contact: contact?.id ?? null,
          account: idOf(contact?.['account']),
          ...{ askedAt: at, lastMessageAt: at },
        },
      ]),
    );
    await addWords(records, { visitor, ticket: ticket.id, text, at });
    return ticket;
  });

/** An answer wakes a request that rests; see `subscribers/message-course.ts`. */
export const writeAnswer = (
  services: PluginServices,
  visitor: Visitor,
  { id, text }: { id: string; text: string },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const records = await recordsFor(services, { tx, visitor });
    const ticket = await ownRequest(records, visitor, id);
    const at = new Date(services.now()).toISOString();
    return addWords(records, { visitor, ticket: ticket.id, text, at });
  });

interface Words {
  visitor: Visitor;
  ticket: string;
  text: string;
  at: string;
}

const addWords = async (records: RecordService, { visitor, ticket, text, at }: Words): Promise<RecordData> =>
  written(
    await records.create('ticket-message', [
      {
        ...{ ticket, kind: 'inbound', text, summary: summary(text), at },
        from: senderOf(visitor),
        // The link in the mail proved it.
        sender: 'verified',
      },
    ]),
  );

const senderOf = ({ name, email }: Visitor): string => (name === email ? email : `${name} <${email}>`);

/** Problem `service-portal-much` (429): a program writes here, or somebody very angry. */
async function recordsFor(
  services: PluginServices,
  { tx, visitor }: { tx: Transaction; visitor: Visitor },
): Promise<RecordService> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${visitor.email}, 9))`;
  const records = services.records(services.self, tx);
  const since = new Date(services.now() - hourMs).toISOString();
  const recent = await records.find(
    'ticket-message',
    { kind: { eq: 'inbound' }, from: { eq: senderOf(visitor) }, at: { gt: since } },
    { limit: mostAnHour },
  );
  if (recent.length >= mostAnHour) throw new Problem({ status: 429, code: 'service-portal-much' });
  return records;
}

async function defaultQueue(records: RecordService): Promise<string | null> {
  const [queue] = await records.find('service-queue', { isDefault: { eq: true } }, { limit: 1 });
  return queue?.id ?? null;
}
