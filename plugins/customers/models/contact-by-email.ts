import type { RecordData, RecordService } from '../../../core/index.ts';

/** The contact that has this address, as it may be typed; of several the newest, null where nobody has it. */
export async function contactByEmail(
  records: Pick<RecordService, 'find'>,
  email: string,
): Promise<RecordData | null> {
  const filter = { email: { eq: email.trim().toLowerCase() } };
  const [contact = null] = await records.find('contact', filter, { sort: ['-createdAt'], limit: 1 });
  return contact;
}
