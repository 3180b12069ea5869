import {
  idOf,
  readMany,
  type IncomingMail,
  type RecordData,
  type RecordService,
} from '../../../core/index.ts';

const mostMerges = 10;

/**
 * The requests that mails are about, by mail: by what they answer, or by the number in the subject where it comes from
 * the very person who asked. A number alone would let anybody write into anybody's request.
 */
export async function findTickets(
  records: RecordService,
  mails: readonly IncomingMail[],
): Promise<Map<string, RecordData>> {
  const asked = [...new Set(mails.flatMap(({ about }) => about))];
  const read = asked.length === 0 ? [] : await records.read('ticket', asked);
  const known = new Map(asked.flatMap((id, place) => (read[place] ? [[id, read[place]] as const] : [])));
  const found = new Map<string, RecordData>();
  for (const mail of mails) {
    const answered = mail.about.find((id) => known.has(id));
    if (answered !== undefined) found.set(mail.id, known.get(answered)!);
  }
  const others = mails.filter(({ id }) => !found.has(id));
  for (const [id, ticket] of await byNumber(records, others)) found.set(id, ticket);
  return whole(records, found);
}

async function byNumber(
  records: RecordService,
  mails: readonly IncomingMail[],
): Promise<[string, RecordData][]> {
  const numbered = mails.flatMap(({ id, subject, sender, from }) => {
    const number = sender === 'failed' ? undefined : /\[(T-\d{6,})\]/.exec(subject)?.[1];
    return number ? [{ id, number, address: from.address }] : [];
  });
  if (numbered.length === 0) return [];
  const numbers = [...new Set(numbered.map(({ number }) => number))];
  const tickets = await records.find('ticket', { number: { in: numbers } }, { limit: numbers.length });
  return numbered.flatMap(({ id, number, address }): [string, RecordData][] => {
    const ticket = tickets.find((one) => one['number'] === number && one['requesterEmail'] === address);
    return ticket ? [[id, ticket]] : [];
  });
}

/** What requests were merged into, and what that was. */
async function whole(
  records: RecordService,
  found: ReadonlyMap<string, RecordData>,
): Promise<Map<string, RecordData>> {
  const at = new Map(found);
  for (let step = 0; step < mostMerges; step++) {
    const into = new Map(
      [...at].flatMap(([mail, ticket]) => {
        const id = idOf(ticket['mergedInto']);
        return id ? [[mail, id] as const] : [];
      }),
    );
    if (into.size === 0) break;
    const next = await readMany(records, 'ticket', into.values());
    const moved = [...into].flatMap(([mail, id]) => {
      const ticket = next.find((one) => one.id === id);
      return ticket ? [[mail, ticket] as const] : [];
    });
    if (moved.length === 0) break;
    for (const [mail, ticket] of moved) at.set(mail, ticket);
  }
  return at;
}
