import type { RecordData } from '../../../../core/index.ts';
import type { Counting } from './read-goal.ts';

const page = 500;
const most = 20_000;

/** Leads that came after the campaign had written to them, or by one of its forms. */
export async function countLeads(counting: Counting): Promise<number> {
  const { records, campaign, from, by } = counting;
  const forms = (await records.find('lead-form', { campaign: { eq: campaign } }, { limit: page })).map(
    ({ id }) => id,
  );
  const filter = {
    contact: { ne: null },
    createdAt: { gte: `${from ?? '1970-01-01'}T00:00:00.000Z`, lte: `${by ?? '9999-12-31'}T23:59:59.999Z` },
  };
  let [count, read, cursor]: [number, number, string | null] = [0, 0, null];
  do {
    const { items, next }: { items: RecordData[]; next: string | null } = await records.page('lead', {
      ...{ filter, fields: ['contact', 'createdAt'], limit: page, cursor },
    });
    count += await countOwn(counting, items, forms);
    cursor = next;
    read += items.length;
  } while (cursor && read < most);
  return count;
}

async function countOwn(
  { plugin, records, campaign, from }: Counting,
  leads: readonly RecordData[],
  forms: readonly string[],
): Promise<number> {
  if (leads.length === 0) return 0;
  const people = leads.map((lead) => contactOf(lead));
  const [messages, submissions] = await Promise.all([
    plugin.messages.sent({ records: people, since: Date.parse(from ?? '1970-01-01') }),
    forms.length === 0
      ? []
      : records.find('form-submission', { form: { in: forms }, contact: { in: people } }, { limit: most }),
  ]);
  const bySubmission = new Set(submissions.map((one) => contactOf(one)));
  const firstTo = new Map(
    messages
      .filter((one) => one.campaign === campaign)
      .map((one) => [one.recordId, one.sentAt?.getTime() ?? 0]),
  );
  return leads.filter((lead) => {
    const contact = contactOf(lead);
    const sentAt = firstTo.get(contact);
    return (
      bySubmission.has(contact) || (sentAt !== undefined && sentAt <= Date.parse(String(lead['createdAt'])))
    );
  }).length;
}

// The cast: a relation reads as a reference.
const contactOf = (record: RecordData): string => (record['contact'] as { id: string } | null)?.id ?? '';
