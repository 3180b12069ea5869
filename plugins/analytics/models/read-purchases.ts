import { idOf, type AggregateRow, type RecordService } from '../../../core/index.ts';
import type { CustomerPurchases } from './analyse.ts';
import { dateOf, dayOf } from './days.ts';

/** A customer with what has been bought, in the currency of most of it. */
export interface Customer extends CustomerPurchases {
  name: string;
  owner: string | null;
  /** None where no deal that was won says its amount. */
  currency: string | null;
}

const pageSize = 200;

export type Reading = Pick<RecordService, 'page' | 'aggregate'>;

/** Accounts that have bought, from the deals that were won: asked page by page, and a few numbers kept of each. */
export async function readPurchases(records: Reading, signal?: AbortSignal): Promise<Customer[]> {
  const customers: Customer[] = [];
  for (let cursor: string | undefined | null; cursor !== null;) {
    signal?.throwIfAborted();
    const page = await records.page('account', {
      fields: ['name', 'owner'],
      sort: ['name'],
      limit: pageSize,
      cursor,
    });
    const bought = await won(
      records,
      page.items.map(({ id }) => id),
    );
    for (const account of page.items) {
      const own = bought.get(account.id);
      if (!own) continue;
      customers.push({
        ...own,
        id: account.id,
        name: String(account['name']),
        owner: idOf(account['owner']),
      });
    }
    cursor = page.next;
  }
  return customers;
}

/** What these customers had bought until a day, which counts; absent where that was nothing yet. */
export async function readPast(
  records: Reading,
  customers: readonly Customer[],
  { until, signal }: { until: number; signal?: AbortSignal },
): Promise<Map<string, Won>> {
  const day = dateOf(until);
  const past = new Map<string, Won>();
  for (let from = 0; from < customers.length; from += pageSize) {
    signal?.throwIfAborted();
    const ids = customers.slice(from, from + pageSize).map(({ id }) => id);
    for (const [id, own] of await won(records, ids, day)) past.set(id, own);
  }
  return past;
}

type Won = Pick<Customer, 'purchases' | 'revenue' | 'first' | 'last' | 'currency'>;

/** What these accounts bought, until a day where one is given. */
async function won(records: Reading, accounts: string[], until?: string): Promise<Map<string, Won>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await records.aggregate('opportunity', {
    filter: {
      stage: 'won',
      account: { in: accounts },
      ...(until ? { closeDate: { lte: until } } : { not: { closeDate: null } }),
    },
    group: [{ field: 'account' }],
    measures: [
      { function: 'count' },
      { function: 'sum', field: 'amount' },
      { function: 'min', field: 'closeDate' },
      { function: 'max', field: 'closeDate' },
    ],
  });
  return new Map(rows.map((row) => [idOf(row.group['account']) ?? '', wonOf(row)]));
}

function wonOf({ values }: AggregateRow): Won {
  const day = (name: string): number => dayOf(Date.parse(String(values[name])));
  // Money is a list with one entry per currency: they cannot be added up.
  const sums = (values['sum.amount'] ?? []) as { amount: string; currency: string }[];
  const most = sums.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0];
  return {
    purchases: Number(values['count']),
    revenue: Number(most?.amount ?? 0),
    currency: most?.currency ?? null,
    first: day('min.closeDate'),
    last: day('max.closeDate'),
  };
}
