import {
  written,
  type IncomingMail,
  type MailReceiver,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Values,
} from '../../../core/index.ts';
import { newText } from '../models/new-text.ts';
import { summary } from '../models/summary.ts';
import { findTickets } from '../models/find-tickets.ts';
import { newRequests } from '../models/new-requests.ts';

/** A mail continues the request that it answers, or begins one. */
export const ticketMail = (services: PluginServices): MailReceiver => ({
  run: async (tx, mails) => {
    const records = services.records(services.self, tx);
    const known = await findTickets(records, mails);
    // A machine that writes to us first asks for nothing.
    const begin = mails.filter((mail) => !known.has(mail.id) && !mail.automatic);
    const begun = await newRequests(records, begin);
    const ticketOf = ({ id }: IncomingMail): RecordData | undefined => known.get(id) ?? begun.get(id);
    await addMessages(
      records,
      mails.flatMap((mail) => {
        const ticket = ticketOf(mail);
        return ticket ? [{ mail, ticket: ticket.id }] : [];
      }),
    );
    return mails.map((mail) => {
      const ticket = ticketOf(mail);
      return ticket ? { entity: 'ticket', id: ticket.id } : null;
    });
  },
});

interface Belonging {
  mail: IncomingMail;
  ticket: string;
}

async function addMessages(records: RecordService, mails: readonly Belonging[]): Promise<void> {
  const messages = await all(records, 'ticket-message', mails.map(messageOf));
  const files = mails.flatMap(({ mail, ticket }, place) =>
    mail.files.map(({ id, name }) => ({ ticket, message: messages[place]!.id, name, file: id })),
  );
  if (files.length > 0) await all(records, 'ticket-file', files);
}

function messageOf({ mail, ticket }: Belonging): Values {
  const text = newText(mail.text) || mail.subject || '…';
  return {
    ticket,
    kind: 'inbound',
    text,
    summary: summary(text),
    html: mail.html,
    from: namedSender(mail.from),
    at: new Date(mail.sentAt).toISOString(),
    sender: mail.sender,
    isAutomatic: mail.automatic !== null,
    mail: mail.messageId,
  };
}

const longestSender = 320;

/** The address is never cut: it says who it was. */
function namedSender({ name, address }: IncomingMail['from']): string {
  const room = longestSender - address.length - ' <>'.length;
  return name ? `${name.slice(0, room)} <${address}>` : address;
}

async function all(records: RecordService, entity: string, values: readonly Values[]): Promise<RecordData[]> {
  const made = values.length === 0 ? [] : await records.create(entity, values);
  return made.map((one) => written([one]));
}
