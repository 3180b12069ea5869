/** What a customer writes in the portal: a new request, or more about one of their own. */
import {
  Problem,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Transaction,
} from '../../../../core/index.ts';
import { addWords, senderOf } from '../add-words.ts';
import { newConversation } from '../new-conversation.ts';
import { ownRequest } from './own-requests.ts';
import type { Visitor } from './portal-session.ts';

const hourMs = 3_600_000;
const mostAnHour = 30;

/** Problem `service-portal-much` (429). */
export const writeRequest = (
  services: PluginServices,
  from: Visitor,
  { subject, text, queue }: { subject: string; text: string; queue: string | null },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const records = await recordsFor(services, { tx, from });
    const at = services.now();
    const ticket = await newConversation(records, { from, subject, channel: 'portal', queue, at });
    await addWords(records, { from, ticket: ticket.id, text, at, isVerified: true });
    return ticket;
  });

/** Problems `service-portal-much` (429), and 404 where the request is not the visitor's own. */
export const writeAnswer = (
  services: PluginServices,
  from: Visitor,
  { id, text }: { id: string; text: string },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const records = await recordsFor(services, { tx, from });
    const ticket = await ownRequest(records, from, id);
    return addWords(records, { from, ticket: ticket.id, text, at: services.now(), isVerified: true });
  });

/** Problem `service-portal-much` (429): a program writes here, or somebody very angry. */
async function recordsFor(
  services: PluginServices,
  { tx, from }: { tx: Transaction; from: Visitor },
): Promise<RecordService> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${from.email}, 9))`;
  const records = services.records(services.self, tx);
  const since = new Date(services.now() - hourMs).toISOString();
  const recent = await records.find(
    'ticket-message',
    { kind: { eq: 'inbound' }, from: { eq: senderOf(from) }, at: { gt: since } },
    { limit: mostAnHour },
  );
  if (recent.length >= mostAnHour) throw new Problem({ status: 429, code: 'service-portal-much' });
  return records;
}
