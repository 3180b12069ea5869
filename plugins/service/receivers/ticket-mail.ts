import type {
  IncomingMail,
  MailReceiver,
  PluginServices,
  RecordData,
  RecordService,
} from '../../../core/index.ts';
import { newText } from '../models/new-text.ts';
import { summary } from '../models/summary.ts';
import { findTicket } from '../models/find-ticket.ts';
import { newRequest } from '../models/new-request.ts';

/** A mail continues the request that it answers, or begins one. */
export const ticketMail = (services: PluginServices): MailReceiver => ({
  run: async (tx, mail) => {
    const records = services.records(services.self, tx);
    const known = await findTicket(records, mail);
    // A machine that writes to us first asks for nothing.
    if (!known && mail.automatic) return null;
    const ticket = known ?? (await newRequest(records, mail));
    await addMessage(records, ticket, mail);
    return { entity: 'ticket', id: ticket.id };
  },
});

async function addMessage(records: RecordService, ticket: RecordData, mail: IncomingMail): Promise<void> {
  const text = newText(mail.text) || mail.subject || '…';
  const message = await one(records, 'ticket-message', {
    ticket: ticket.id,
    kind: 'inbound',
    text,
    summary: summary(text),
    html: mail.html,
    from: mail.from.name ? `${mail.from.name} <${mail.from.address}>` : mail.from.address,
    at: new Date(mail.sentAt).toISOString(),
    sender: mail.sender,
    isAutomatic: mail.automatic !== null,
    mail: mail.messageId,
  });
  for (const { id, name } of mail.files)
    await one(records, 'ticket-file', { ticket: ticket.id, message: message.id, name, file: id });
}

async function one(
  records: RecordService,
  entity: string,
  values: Record<string, unknown>,
): Promise<RecordData> {
  const [written] = await records.create(entity, [values]);
  if (!written?.ok) throw new Error(written?.detail ?? 'nothing was written');
  return written.record;
}
