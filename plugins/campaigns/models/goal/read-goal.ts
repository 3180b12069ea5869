import { Problem, type PluginServices, type RecordData, type RecordService } from '../../../../core/index.ts';
import { countLeads } from './count-leads.ts';
import { sumIn } from '../sums.ts';
import { goalFigures, type GoalFigure } from './goal-figures.ts';

export interface Goal {
  figure: GoalFigure;
  target: number;
  /** So far; null for who may not see what is counted. */
  reached: number | null;
  /** Of revenue: what came in another one is not counted. */
  currency: string | null;
  from: string | null;
  by: string | null;
}

export interface Counting {
  plugin: PluginServices;
  records: RecordService;
  campaign: string;
  /** Days, the last included; null where the campaign names none. */
  from: string | null;
  by: string | null;
  currency: string;
}

/** What the campaign is to reach and how far it is; null where it names no figure or no number. */
export async function readGoal(
  plugin: PluginServices,
  records: RecordService,
  campaign: RecordData,
): Promise<Goal | null> {
  const figure = goalFigures.find((one) => one === campaign['goalFigure']);
  const target = Number(campaign['goalTarget'] ?? 0);
  if (!figure || !(target > 0)) return null;
  const { currency } = await plugin.company();
  const from = dayOf(campaign['startDate']);
  const by = dayOf(campaign['goalBy']) ?? dayOf(campaign['endDate']);
  const counting = { plugin, records, campaign: campaign.id, from, by, currency };
  return {
    ...{ figure, target, from, by, currency: figure === 'revenue' ? currency : null },
    reached: await counts[figure](counting).catch(unseen),
  };
}

const counts: Readonly<Record<GoalFigure, (counting: Counting) => Promise<number>>> = {
  leads: countLeads,
  'sign-ups': ({ records, campaign, ...when }) =>
    countOf(records, 'form-submission', {
      'form.campaign': { eq: campaign },
      ...within('submittedAt', when),
    }),
  async clicks({ plugin, campaign, by }) {
    const [all] = await plugin.messages.outcomes({ campaign, by: 'all', ...(by !== null && { to: by }) });
    return all?.clicked ?? 0;
  },
  sales: ({ records, campaign, ...when }) =>
    countOf(records, 'campaign-sale', { campaign: { eq: campaign }, ...within('soldAt', when) }),
  async revenue({ records, campaign, currency, ...when }) {
    const { rows } = await records.aggregate('campaign-sale', {
      filter: { campaign: { eq: campaign }, ...within('soldAt', when) },
      measures: [{ function: 'sum', field: 'revenue' }],
    });
    return sumIn(rows[0]?.values['sum.revenue'], currency);
  },
  redemptions: ({ records, campaign, ...when }) =>
    countOf(records, 'redemption', {
      ...{ 'promotion.campaign': { eq: campaign }, state: { eq: 'redeemed' } },
      ...within('redeemedAt', when),
    }),
};

const within = (field: string, { from, by }: Pick<Counting, 'from' | 'by'>): Record<string, unknown> => {
  const ends = {
    ...(from !== null && { gte: `${from}T00:00:00.000Z` }),
    ...(by !== null && { lte: `${by}T23:59:59.999Z` }),
  };
  return Object.keys(ends).length > 0 ? { [field]: ends } : {};
};

async function countOf(
  records: RecordService,
  entity: string,
  filter: Record<string, unknown>,
): Promise<number> {
  const { rows } = await records.aggregate(entity, { filter, measures: [{ function: 'count' }] });
  return Number(rows[0]?.values['count'] ?? 0);
}

const unseen = (error: unknown): null => {
  if (error instanceof Problem && error.status === 403) return null;
  throw error;
};

const dayOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
