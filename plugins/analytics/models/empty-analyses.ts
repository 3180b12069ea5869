import { idOf, type RecordService, type Values } from '../../../core/index.ts';

const atOnce = 200;

/** What says something only of somebody who has bought. */
const nothing: Values = {
  purchases: 0,
  revenue: null,
  firstPurchase: null,
  lastPurchase: null,
  segment: null,
  recencyScore: null,
  frequencyScore: null,
  monetaryScore: null,
  aliveProbability: null,
  expectedPurchases: null,
  expectedRevenue: null,
  churnRisk: null,
  churnHorizon: null,
  churnReasons: [],
};

export interface Emptied {
  emptied: number;
  refused: number;
}

/**
 * Analyses of accounts that have bought nothing any more, because their deals were reopened, moved or deleted, or
 * because they are gone themselves. `customers` are those that have; `now` in milliseconds since 1970.
 */
export async function emptyAnalyses(
  records: Pick<RecordService, 'page' | 'update'>,
  { customers, now, signal }: { customers: ReadonlySet<string>; now: number; signal: AbortSignal },
): Promise<Emptied> {
  const done: Emptied = { emptied: 0, refused: 0 };
  for (let cursor: string | undefined | null; cursor !== null;) {
    signal.throwIfAborted();
    const page = await records.page('customer-analysis', {
      filter: { purchases: { gt: 0 } },
      fields: ['account'],
      sort: ['name'],
      limit: atOnce,
      cursor,
    });
    const stale = page.items.filter(({ account }) => !customers.has(idOf(account) ?? ''));
    const analysedAt = new Date(now).toISOString();
    const results = await records.update(
      'customer-analysis',
      stale.map(({ id }) => ({ id, values: { ...nothing, analysedAt } })),
    );
    done.emptied += results.filter(({ ok }) => ok).length;
    done.refused += results.filter(({ ok }) => !ok).length;
    cursor = page.next;
  }
  return done;
}
