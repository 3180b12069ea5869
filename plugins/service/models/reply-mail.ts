import {
  idOf,
  readMany,
  replyTag,
  type NewMessage,
  type PluginServices,
  type RecordData,
  type RecordService,
} from '../../../core/index.ts';

interface Reply {
  ticket: RecordData;
  /** The message that goes out. */
  message: string;
  to: string;
  text: string;
  attachments: NonNullable<NewMessage['attachments']>;
}

const mostReferences = 20;

/** Of the mail that an answer goes out as. */
export const replyKey = (message: string): string => `ticket-message ${message}`;

/** The answer as mail: in the customer's thread (RFC 5322, 3.6.4), and back to us by an address that only it has. */
export async function replyMail(
  services: PluginServices,
  records: RecordService,
  { ticket, message, to, text, attachments }: Reply,
): Promise<NewMessage> {
  const earlier = await records.find(
    'ticket-message',
    { ticket: { eq: ticket.id }, kind: { eq: 'inbound' } },
    { sort: ['-at'], limit: mostReferences },
  );
  const [queue] = await readMany(records, 'service-queue', [idOf(ticket['queue'])]);
  const ids = earlier.flatMap(({ mail }) => (typeof mail === 'string' ? [`<${mail}>`] : []));
  const [last] = ids;
  const address = String(queue?.['address'] ?? '');
  return {
    key: replyKey(message),
    channel: 'email',
    purpose: 'service',
    to,
    subject: `Re: ${String(ticket['subject'])} [${String(ticket['number'])}]`,
    text: queue?.['signature'] ? `${text}\n\n-- \n${String(queue['signature'])}` : text,
    headers: {
      ...(last && { 'In-Reply-To': last, References: ids.toReversed().join(' ') }),
      ...(address && { 'Reply-To': address.replace('@', `+${services.links.tag(replyTag, ticket.id)}@`) }),
    },
    record: { entity: 'ticket', id: ticket.id },
    about: { ticket: ticket.id, message },
    ...(attachments.length > 0 && { attachments }),
    isUrgent: true,
  };
}
