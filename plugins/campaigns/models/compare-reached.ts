/** What those a campaign wrote to bought in its days, beside as many days before it began. */
import type { Money, PluginServices, RecordService } from '../../../core/index.ts';
import type { Period } from './periods.ts';

export interface ReachedCompared {
  /** People it wrote to, and their companies. */
  people: number;
  accounts: number;
  now: Bought;
  before: Bought;
}

export interface Bought {
  deals: number;
  revenue: Money[];
}

const page = 500;

/** Null where it wrote to nobody. Who it wrote to is asked, not who is in its audience now: who bought often left that. */
export async function compareReached(
  { plugin, records }: { plugin: PluginServices; records: RecordService },
  campaign: string,
  { now, before }: { now: Period; before: Period },
): Promise<ReachedCompared | null> {
  const accounts = new Set<string>();
  let people = 0;
  let after: string | null = null;
  do {
    const ids: string[] = await plugin.messages.reached({ campaign, limit: page, after });
    people += ids.length;
    for (const account of await accountsOf(records, ids)) accounts.add(account);
    after = ids.length === page ? ids.at(-1)! : null;
  } while (after !== null);
  if (people === 0) return null;
  const all = [...accounts];
  const during = await boughtIn(records, all, now);
  return { people, accounts: all.length, now: during, before: await boughtIn(records, all, before) };
}

async function accountsOf(records: RecordService, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const { items } = await records.page('contact', {
    ...{ filter: { id: { in: [...people] } }, fields: ['account'], limit: page, cursor: null },
  });
  // The cast: a relation reads as a reference.
  return items.flatMap((item) => (item['account'] as { id: string } | null)?.id ?? []);
}

async function boughtIn(
  records: RecordService,
  accounts: readonly string[],
  { from, to }: Period,
): Promise<Bought> {
  let deals = 0;
  const sums = new Map<string, number>();
  for (let at = 0; at < accounts.length; at += page) {
    const some = accounts.slice(at, at + page);
    const { rows } = await records.aggregate('opportunity', {
      filter: { account: { in: some }, stage: { eq: 'won' }, closeDate: { gte: from, lte: to } },
      measures: [{ function: 'count' }, { function: 'sum', field: 'amount' }],
    });
    deals += Number(rows[0]?.values['count'] ?? 0);
    // The cast: sums of money come as a list with one entry per currency.
    for (const { amount, currency } of (rows[0]?.values['sum.amount'] ?? []) as Money[])
      sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  }
  return { deals, revenue: [...sums].map(([currency, sum]) => ({ amount: sum.toFixed(2), currency })) };
}
