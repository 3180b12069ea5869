/** A campaign's days beside as many before it began: of those it wrote to, and of the whole company. */
import {
  notFound,
  type Actor,
  type Money,
  type PluginServices,
  type RecordService,
} from '../../../core/index.ts';
import { compareReached, type ReachedCompared } from './compare-reached.ts';
import { periodsOf, type Period } from './periods.ts';

export interface CampaignCompared {
  days: number;
  now: Period & Business;
  before: Period & Business;
  /** Null where it wrote to nobody yet. */
  reached: ReachedCompared | null;
}

/** Of the whole company: what a campaign moves shows here, or it did not move it. */
interface Business {
  deals: number;
  revenue: Money[];
  sent: number;
  clicked: number;
}

/** Null before it begins; problem `not-found` where the actor does not see the campaign. */
export async function campaignCompared(
  plugin: PluginServices,
  actor: Actor,
  id: string,
): Promise<CampaignCompared | null> {
  const records = plugin.records(actor);
  const [campaign] = await records.read('campaign', [id]);
  if (!campaign) throw notFound('campaign', id);
  const periods = periodsOf(campaign['startDate'], campaign['endDate'], plugin.now());
  if (!periods) return null;
  const { days, now, before } = periods;
  const [during, earlier, reached] = await Promise.all([
    businessIn(plugin, records, now),
    businessIn(plugin, records, before),
    compareReached({ plugin, records }, id, periods),
  ]);
  return { days, now: { ...now, ...during }, before: { ...before, ...earlier }, reached };
}

async function businessIn(
  plugin: PluginServices,
  records: RecordService,
  { from, to }: Period,
): Promise<Business> {
  const [{ rows }, [mail]] = await Promise.all([
    records.aggregate('opportunity', {
      filter: { stage: { eq: 'won' }, closeDate: { gte: from, lte: to } },
      measures: [{ function: 'count' }, { function: 'sum', field: 'amount' }],
    }),
    plugin.messages.outcomes({ from, to, by: 'all' }),
  ]);
  return {
    deals: Number(rows[0]?.values['count'] ?? 0),
    // The cast: sums of money come as a list with one entry per currency.
    revenue: (rows[0]?.values['sum.amount'] ?? []) as Money[],
    sent: mail?.sent ?? 0,
    clicked: mail?.clicked ?? 0,
  };
}
