/** What a customer sees of the requests of their address: never a note, never what others wrote or were written. */
import {
  addressIn,
  idOf,
  notFound,
  titleOf,
  type Locale,
  type PluginServices,
  type RecordData,
  type RecordService,
} from '../../../../core/index.ts';
import { openSurvey, kindOf } from '../answer-survey.ts';
import { scaleOf } from '../survey-scale.ts';
import { fileLink } from './file-link.ts';
import type { Visitor } from './portal-session.ts';

export interface OwnRequest {
  id: string;
  number: string;
  subject: string;
  /** The customer's view of it. */
  state: 'with-us' | 'with-you' | 'solved';
  at: string;
}

export interface OwnMessage {
  id: string;
  isOwn: boolean;
  who: string;
  text: string;
  at: string;
  files: { name: string; size: number; href: string }[];
}

export interface OwnSurvey {
  question: string;
  /** What the ends of the scale mean. */
  ends: string;
  scores: number[];
}

export const mostRequests = 200;
const mostMessages = 500;

/** The latest first; those that were put into others are left out. */
export async function ownRequests(services: PluginServices, { email }: Visitor): Promise<OwnRequest[]> {
  const records = services.records(services.self);
  const contacts = await records.find('contact', { email: { eq: email } }, { limit: 20 });
  const noted = { requesterEmail: { eq: null }, contact: { in: contacts.map(({ id }) => id) } };
  const found = await records.find(
    'ticket',
    {
      mergedInto: { eq: null },
      or: [{ requesterEmail: { eq: email } }, ...(contacts.length > 0 ? [noted] : [])],
    },
    { sort: ['-lastMessageAt', '-createdAt'], limit: mostRequests },
  );
  return found.map(requestOf);
}

/** The request, where it is the visitor's own. Problem 404, whether it is somebody else's or nobody's. */
export async function ownRequest(
  records: RecordService,
  { email }: Visitor,
  id: string,
): Promise<RecordData> {
  const [ticket] = await records.read('ticket', [id]);
  const contact = idOf(ticket?.['contact']);
  const isNoted = ticket && !ticket['requesterEmail'] && contact !== null;
  const [noted] = isNoted ? await records.read('contact', [contact]) : [];
  if (!ticket || (ticket['requesterEmail'] ?? noted?.['email']) !== email) throw notFound('ticket', id);
  return ticket;
}

/** Problem 404 where it is not the visitor's own. */
export async function ownTalk(
  services: PluginServices,
  visitor: Visitor,
  { id, locale }: { id: string; locale: Locale },
): Promise<OwnRequest & { messages: OwnMessage[]; survey: OwnSurvey | null }> {
  const records = services.records(services.self);
  const ticket = await ownRequest(records, visitor, id);
  const [messages, files, survey] = await Promise.all([
    records.find(
      'ticket-message',
      { ticket: { eq: id }, kind: { in: ['inbound', 'outbound'] } },
      { sort: ['at'], limit: mostMessages },
    ),
    records.find('ticket-file', { ticket: { eq: id } }, { limit: mostMessages }),
    openSurvey(records, { ticket: id, email: visitor.email, now: services.now() }),
  ]);
  const say = (name: string): string => services.text(locale, `service.survey.${name}.${kindOf(survey!)}`);
  return {
    ...requestOf(ticket),
    survey: survey && { question: say('question'), ends: say('ends'), scores: scaleOf(kindOf(survey)) },
    messages: messages
      .filter((message) => isTheirs(message, ticket, visitor))
      .map((message) => ({
        id: message.id,
        isOwn: message['kind'] === 'inbound',
        who: whoSaid(message),
        text: String(message['text']),
        at: String(message['at']),
        files: files
          .filter((file) => idOf(file['message']) === message.id)
          .map((file) => fileLink(services, file)),
      })),
  };
}

/** Requests of two people may have been put together: each reads what they wrote, and what was written to them. */
function isTheirs({ kind, from, to }: RecordData, ticket: RecordData, { email }: Visitor): boolean {
  if (kind === 'outbound') return !to || to === email;
  const address = addressIn(String(from ?? '')).toLowerCase();
  // On the phone, or in a chat, somebody may have said a name alone.
  return address.includes('@') ? address === email : !from || from === ticket['requesterName'];
}

/** The name alone. */
function whoSaid({ from, author }: RecordData): string {
  const said = from ?? titleOf(author) ?? '';
  return String(said).replace(/\s*<[^>]*>$/, '');
}

/** As its customer reads it. */
export function requestOf(ticket: RecordData): OwnRequest {
  const status = String(ticket['status']);
  return {
    id: ticket.id,
    number: String(ticket['number']),
    subject: String(ticket['subject']),
    state: status === 'waiting' ? 'with-you' : status === 'new' || status === 'open' ? 'with-us' : 'solved',
    at: String(ticket['lastMessageAt'] ?? ticket['createdAt']),
  };
}
