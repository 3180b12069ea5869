import {
  notFound,
  type Actor,
  type Money,
  type PluginServices,
  type RecordData,
  type RecordService,
} from '../../../core/index.ts';
import { socialResults, type SocialResults } from './social/social-results.ts';

type Outcome = Awaited<ReturnType<PluginServices['messages']['outcomes']>>[number];

export interface CampaignResults {
  total: Outcome | null;
  /** By `<flow> <element>`. */
  steps: Outcome[];
  groups: Outcome[];
  days: Outcome[];
  sales: number;
  revenue: Money[];
  compared: Compared | null;
  /** Null without posts in social networks, and for who sees none. */
  social: SocialResults | null;
}

/** Days, the last included. */
export interface Period {
  from: string;
  to: string;
}

interface Compared {
  days: number;
  now: Period & Business;
  before: Period & Business;
}

/** Of the whole company: what a campaign moves shows here, or it did not move it. */
interface Business {
  deals: number;
  revenue: Money[];
  sent: number;
  clicked: number;
}

/** Problem `not-found` where the actor does not see the campaign. */
export async function campaignResults(
  plugin: PluginServices,
  actor: Actor,
  id: string,
): Promise<CampaignResults> {
  const records = plugin.records(actor);
  const [campaign] = await records.read('campaign', [id]);
  if (!campaign) throw notFound('campaign', id);
  const { outcomes } = plugin.messages;
  const [[total = null], steps, groups, days, sold, social] = await Promise.all([
    outcomes({ campaign: id, by: 'all' }),
    outcomes({ campaign: id, by: 'element' }),
    outcomes({ campaign: id, by: 'group' }),
    outcomes({ campaign: id, by: 'day' }),
    sales(records, id),
    socialResults(records, id),
  ]);
  return { total, steps, groups, days, ...sold, social, compared: await compare(plugin, records, campaign) };
}

async function sales(
  records: RecordService,
  id: string,
): Promise<Pick<CampaignResults, 'sales' | 'revenue'>> {
  const { rows } = await records.aggregate('campaign-sale', {
    filter: { campaign: { eq: id } },
    measures: [{ function: 'count' }, { function: 'sum', field: 'revenue' }],
  });
  return { sales: Number(rows[0]?.values['count'] ?? 0), revenue: moneyIn(rows[0]?.values['sum.revenue']) };
}

async function compare(
  plugin: PluginServices,
  records: RecordService,
  campaign: RecordData,
): Promise<Compared | null> {
  const periods = periodsOf(campaign['startDate'], campaign['endDate'], plugin.now());
  if (!periods) return null;
  const { days, now, before } = periods;
  const [during, earlier] = await Promise.all(
    [now, before].map((period) => businessIn(plugin, records, period)),
  );
  return { days, now: { ...now, ...during! }, before: { ...before, ...earlier! } };
}

/** From its first day until its last, or today where that is to come, and as many days before; null before it begins. */
export function periodsOf(
  start: unknown,
  end: unknown,
  at: number,
): { days: number; now: Period; before: Period } | null {
  const today = new Date(at).toISOString().slice(0, 10);
  if (typeof start !== 'string' || start > today) return null;
  const to = typeof end === 'string' && end < today ? end : today;
  const days = Math.round((Date.parse(to) - Date.parse(start)) / 86_400_000) + 1;
  if (days < 1) return null;
  const day = (offset: number): string =>
    new Date(Date.parse(start) + offset * 86_400_000).toISOString().slice(0, 10);
  return { days, now: { from: start, to }, before: { from: day(-days), to: day(-1) } };
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
    revenue: moneyIn(rows[0]?.values['sum.amount']),
    sent: mail?.sent ?? 0,
    clicked: mail?.clicked ?? 0,
  };
}

// The cast: sums of money come as a list with one entry per currency.
const moneyIn = (value: unknown): Money[] => (value ?? []) as Money[];
