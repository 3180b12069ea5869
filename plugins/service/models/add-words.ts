import { written, type RecordData, type RecordService } from '../../../core/index.ts';
import { summary } from './summary.ts';

export interface Sender {
  name: string;
  /** Empty for who did not say. */
  email: string;
}

interface Words {
  from: Sender;
  ticket: string;
  text: string;
  at: number;
  /** Whether a link in a mail proved the address. */
  isVerified: boolean;
  /** What a bot is to make of it; nothing where a person has the request. */
  toBot?: string | null;
}

/** What a customer says on a page. An answer wakes a request that rests; see `subscribers/message-course.ts`. */
export const addWords = async (
  records: RecordService,
  { from, ticket, text, at, isVerified, toBot = null }: Words,
): Promise<RecordData> =>
  written(
    await records.create('ticket-message', [
      {
        ...{ ticket, kind: 'inbound', text, summary: summary(text), toBot },
        from: senderOf(from),
        sender: isVerified ? 'verified' : 'unknown',
        at: new Date(at).toISOString(),
      },
    ]),
  );

/** As mails name it: `Ada <ada@example.com>`. */
export const senderOf = ({ name, email }: Sender): string =>
  email === '' ? name : name === email ? email : `${name} <${email}>`;
