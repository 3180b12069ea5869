/** A chat as its visitor sees it, by the pass that was given when it began. */
import {
  addressIn,
  idOf,
  Problem,
  titleOf,
  visitorHeader,
  written,
  type PluginServices,
  type RecordData,
  type RecordService,
} from '../../../../core/index.ts';
import { contactByEmail } from '../../../customers/api.ts';
import { addWords } from '../add-words.ts';
import { fileLink } from '../portal/file-link.ts';
import { chatPass } from './start-chat.ts';

export interface ChatTalk {
  /** Who has it: the bot, nobody yet, a person, or nobody any more. */
  state: 'bot' | 'queue' | 'person' | 'ended';
  who: string | null;
  hasEmail: boolean;
  messages: ChatMessage[];
}

interface ChatMessage {
  id: string;
  by: 'visitor' | 'bot' | 'person';
  who: string;
  text: string;
  at: string;
  article: { id: string; title: string } | null;
  files: { name: string; size: number; href: string }[];
}

const mostMessages = 300;
const mostInTenMinutes = 40;

/** Problem `service-chat-gone` (401) for a pass that is missing, forged or over. */
export async function chatOf(services: PluginServices, request: Request): Promise<RecordData> {
  const gone = new Problem({ status: 401, code: 'service-chat-gone' });
  let id: string;
  try {
    id = services.links.open(chatPass, request.headers.get(visitorHeader) ?? '')['ticket'] ?? '';
  } catch (error) {
    if (error instanceof Problem) throw gone;
    throw error;
  }
  const [ticket] = await services.records(services.self).read('ticket', [id]);
  if (!ticket) throw gone;
  return ticket;
}

/**
 * From the first word on, with files by links that are good for an hour; notes and what is somebody else's are left out.
 */
export async function readChat(services: PluginServices, ticket: RecordData): Promise<ChatTalk> {
  const records = services.records(services.self);
  const [messages, files] = await Promise.all([
    records.find(
      'ticket-message',
      { ticket: { eq: ticket.id }, kind: { in: ['inbound', 'outbound'] } },
      { sort: ['at'], limit: mostMessages },
    ),
    records.find('ticket-file', { ticket: { eq: ticket.id } }, { limit: mostMessages }),
  ]);
  const who = titleOf(ticket['assignee']);
  return {
    state: stateOf(ticket),
    who,
    hasEmail: Boolean(ticket['requesterEmail']),
    messages: messages
      .filter((message) => isOwn(message, ticket))
      .map((message) => ({
        ...messageOf(message),
        files: files
          .filter((file) => idOf(file['message']) === message.id)
          .map((file) => fileLink(services, file)),
      })),
  };
}

/** What a visitor says next; `want` is one of the answers that the widget offers under what the bot said. */
export const sayInChat = (
  services: PluginServices,
  ticket: RecordData,
  { text, want }: { text: string; want: 'question' | 'person' | 'helped' },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const records = services.records(services.self, tx);
    // The last word on who has it: a person may have taken over at this moment.
    await tx`select pg_advisory_xact_lock(hashtextextended(${ticket.id}, 5))`;
    const [now] = await records.read('ticket', [ticket.id]);
    if (!now || stateOf(now) === 'ended') throw new Problem({ status: 409, code: 'service-chat-ended' });
    await checkOften(services, records, ticket.id);
    const from = { name: String(now['requesterName'] ?? ''), email: String(now['requesterEmail'] ?? '') };
    const toBot = now['isWithBot'] === true ? want : null;
    const words = { from, ticket: ticket.id, text, at: services.now(), isVerified: false };
    return addWords(records, { ...words, toBot });
  });

/** Where an answer goes when the visitor has left the page. Nobody has proved that it is theirs. */
export async function leaveEmail(
  services: PluginServices,
  ticket: RecordData,
  typed: string,
): Promise<RecordData> {
  const email = typed.toLowerCase();
  const records = services.records(services.self);
  const contact = await contactByEmail(records, email);
  const known = contact && { contact: contact.id, account: idOf(contact['account']) };
  return written(
    await records.update('ticket', [{ id: ticket.id, values: { requesterEmail: email, ...known } }]),
  );
}

/** Problem `service-chat-much` (429). */
async function checkOften(services: PluginServices, records: RecordService, id: string): Promise<void> {
  const since = new Date(services.now() - 600_000).toISOString();
  const recent = await records.find(
    'ticket-message',
    { ticket: { eq: id }, kind: { eq: 'inbound' }, at: { gt: since } },
    { limit: mostInTenMinutes },
  );
  if (recent.length >= mostInTenMinutes) throw new Problem({ status: 429, code: 'service-chat-much' });
}

function stateOf(ticket: RecordData): ChatTalk['state'] {
  if (['solved', 'closed'].includes(String(ticket['status']))) return 'ended';
  if (ticket['isWithBot'] === true) return 'bot';
  return ticket['assignee'] ? 'person' : 'queue';
}

/**
 * Somebody else's request may have been put into this one; and who said an address in a chat has not proved it, so that
 * what came from its owner is not for them.
 */
function isOwn({ kind, from, to, sender }: RecordData, ticket: RecordData): boolean {
  const email = ticket['requesterEmail'];
  if (kind === 'outbound') return !to || to === email;
  if (sender === 'verified') return false;
  return (
    from === ticket['requesterName'] ||
    (email !== null && addressIn(String(from ?? '')).toLowerCase() === email)
  );
}

function messageOf(message: RecordData): Omit<ChatMessage, 'files'> {
  const isInbound = message['kind'] === 'inbound';
  return {
    id: message.id,
    by: isInbound ? 'visitor' : message['isAutomatic'] === true ? 'bot' : 'person',
    who: String(message['from'] ?? '').replace(/\s*<[^>]*>$/, ''),
    text: String(message['text']),
    at: String(message['at']),
    // The cast: a relation is read as `{ id, title }`.
    article: (message['article'] as { id: string; title: string } | null) ?? null,
  };
}
