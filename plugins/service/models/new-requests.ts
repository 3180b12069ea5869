import {
  idOf,
  isEmail,
  written,
  type IncomingMail,
  type RecordData,
  type RecordService,
} from '../../../core/index.ts';
import { contactByEmail } from '../../customers/api.ts';
import { summary } from './summary.ts';

/** Requests out of mails, by mail: with the customer each is from where we know them, in the queue it was written to. */
export async function newRequests(
  records: RecordService,
  mails: readonly IncomingMail[],
): Promise<Map<string, RecordData>> {
  if (mails.length === 0) return new Map();
  const contacts = await contactsOf(records, mails);
  const queues = await records.find('service-queue', {}, { limit: 200 });
  const made = await records.create(
    'ticket',
    mails.map((mail) => {
      const contact = contacts.get(mail.from.address);
      const at = new Date(mail.sentAt).toISOString();
      return {
        subject: mail.subject.replace(/^((re|fwd?|aw|wg|回复|转发)\s*[:：]\s*)+/i, '') || summary(mail.text),
        channel: 'mail',
        queue: queueFor(queues, mail.recipients)?.id ?? null,
        contact: contact?.id ?? null,
        account: idOf(contact?.['account']),
        requesterName: contact?.['name'] ?? (mail.from.name || mail.from.address),
        // A machine of the own house writes as root@monitor: nobody can be answered there.
        requesterEmail: isEmail(mail.from.address) ? mail.from.address : null,
        askedAt: at,
        lastMessageAt: at,
      };
    }),
  );
  return new Map(made.map((one, place) => [mails[place]!.id, written([one])]));
}

/** One statement finds them all, unless many share an address: those that it did not come to are asked for one by one. */
const contactsAtOnce = 200;

/** By address; the newest where several have it. */
async function contactsOf(
  records: RecordService,
  mails: readonly IncomingMail[],
): Promise<Map<string, RecordData>> {
  const addresses = [...new Set(mails.map(({ from }) => from.address))];
  const found = await records.find(
    'contact',
    { email: { in: addresses } },
    { sort: ['-createdAt'], limit: contactsAtOnce },
  );
  const contacts = new Map(found.toReversed().map((contact) => [String(contact['email']), contact]));
  if (found.length < contactsAtOnce) return contacts;
  for (const address of addresses.filter((one) => !contacts.has(one))) {
    const one = await contactByEmail(records, address);
    if (one) contacts.set(address, one);
  }
  return contacts;
}

/** By the address, whatever stands behind a plus in it; else the queue that takes all the others. */
function queueFor(queues: readonly RecordData[], recipients: readonly string[]): RecordData | undefined {
  const plain = new Set(recipients.map((address) => address.replace(/\+[^@]*@/, '@')));
  return (
    queues.find(({ address }) => typeof address === 'string' && plain.has(address.toLowerCase())) ??
    queues.find(({ isDefault }) => isDefault === true)
  );
}
