import type { IncomingMail, RecordData, RecordService } from '../../../core/index.ts';
import { idOf } from './id-of.ts';
import { summary } from './summary.ts';

/** A request out of a mail, with the customer it is from where we know them, in the queue it was written to. */
export async function newRequest(records: RecordService, mail: IncomingMail): Promise<RecordData> {
  const [contact] = await records.find('contact', { email: { eq: mail.from.address } }, { limit: 1 });
  const at = new Date(mail.sentAt).toISOString();
  const [written] = await records.create('ticket', [
    {
      subject: mail.subject.replace(/^((re|fwd?|aw|wg|回复|转发)\s*[:：]\s*)+/i, '') || summary(mail.text),
      channel: 'mail',
      queue: (await queueFor(records, mail.recipients))?.id ?? null,
      contact: contact?.id ?? null,
      account: idOf(contact?.['account']),
      requesterName: contact?.['name'] ?? (mail.from.name || mail.from.address),
      requesterEmail: mail.from.address,
      askedAt: at,
      lastMessageAt: at,
    },
  ]);
  if (!written?.ok) throw new Error(written?.detail ?? 'nothing was written');
  return written.record;
}

/** By the address, whatever stands behind a plus in it; else the queue that takes all the others. */
async function queueFor(
  records: RecordService,
  recipients: readonly string[],
): Promise<RecordData | undefined> {
  const queues = await records.find('service-queue', {}, { limit: 200 });
  const plain = new Set(recipients.map((address) => address.replace(/\+[^@]*@/, '@')));
  return (
    queues.find(({ address }) => typeof address === 'string' && plain.has(address.toLowerCase())) ??
    queues.find(({ isDefault }) => isDefault === true)
  );
}
