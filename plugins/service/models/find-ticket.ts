import type { IncomingMail, RecordData, RecordService } from '../../../core/index.ts';
import { idOf } from './id-of.ts';

const mostMerges = 10;

/**
 * The request that a mail is about: by what it answers, or by the number in its subject where it comes from the very
 * person who asked. A number alone would let anybody write into anybody's request.
 */
export async function findTicket(records: RecordService, mail: IncomingMail): Promise<RecordData | null> {
  const answered = (await records.read('ticket', mail.about)).find((one) => one !== null);
  const found = answered ?? (await byNumber(records, mail));
  return found ? whole(records, found) : null;
}

async function byNumber(records: RecordService, mail: IncomingMail): Promise<RecordData | null> {
  const number = /\[(T-\d{6,})\]/.exec(mail.subject)?.[1];
  if (!number || mail.sender === 'failed') return null;
  const filter = { number: { eq: number }, requesterEmail: { eq: mail.from.address } };
  return (await records.find('ticket', filter, { limit: 1 }))[0] ?? null;
}

/** What a request was merged into, and what that was. */
async function whole(records: RecordService, ticket: RecordData): Promise<RecordData> {
  let at = ticket;
  for (let step = 0; step < mostMerges; step++) {
    const into = idOf(at['mergedInto']);
    const [next] = into ? await records.read('ticket', [into]) : [];
    if (!next) return at;
    at = next;
  }
  return at;
}
