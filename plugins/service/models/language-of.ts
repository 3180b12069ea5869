import { idOf, readMany, type Locale, type RecordData, type RecordService } from '../../../core/index.ts';

const isChinese = (text: unknown): boolean => /\p{Script=Han}/u.test(String(text));

/** The language a customer is asked in: the one we know them to read, else the one they write. */
export async function languageOf(records: RecordService, ticket: RecordData): Promise<Locale> {
  const [known] = await readMany(records, 'contact', [idOf(ticket['contact'])]);
  if (known?.['language'] === 'zh-CN' || known?.['language'] === 'en') return known['language'];
  return isChinese(ticket['subject']) ? 'zh-CN' : languageWritten(records, ticket.id);
}

/** The language in which the customer of a request writes, as far as it shows. */
export async function languageWritten(records: RecordService, ticket: string): Promise<Locale> {
  const filter = { ticket: { eq: ticket }, kind: { eq: 'inbound' } };
  const said = await records.find('ticket-message', filter, { sort: ['-at'], limit: 5 });
  return said.some(({ text }) => isChinese(text)) ? 'zh-CN' : 'en';
}
