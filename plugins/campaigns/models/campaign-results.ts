/** What a campaign sent, what it brought, and how far it is to its goal. */
import {
  readOne,
  type Actor,
  type Money,
  type PluginServices,
  type RecordService,
} from '../../../core/index.ts';
import { readGoal, type Goal } from './goal/read-goal.ts';
import { sumsOf } from './sums.ts';
import { socialResults, type SocialResults } from './social/social-results.ts';

/** What became of messages; `key`: a day, a group, or flow and element with a space between them. */
export type Outcome = Awaited<ReturnType<PluginServices['messages']['outcomes']>>[number];

export interface CampaignResults {
  total: Outcome | null;
  /** By `<flow> <element>`. */
  steps: Outcome[];
  groups: Outcome[];
  days: Outcome[];
  sales: number;
  revenue: Money[];
  goal: Goal | null;
  /** Null without posts in social networks, and for who sees none. */
  social: SocialResults | null;
}

/** Problem `not-found` where the actor does not see the campaign. */
export async function campaignResults(
  plugin: PluginServices,
  actor: Actor,
  id: string,
): Promise<CampaignResults> {
  const records = plugin.records(actor);
  const campaign = await readOne(records, 'campaign', id);
  const { outcomes } = plugin.messages;
  const [[total = null], steps, groups, days, sold, goal, social] = await Promise.all([
    outcomes({ campaign: id, by: 'all' }),
    outcomes({ campaign: id, by: 'element' }),
    outcomes({ campaign: id, by: 'group' }),
    outcomes({ campaign: id, by: 'day' }),
    sales(records, id),
    readGoal(plugin, records, campaign),
    socialResults(records, id),
  ]);
  return { total, steps, groups, days, ...sold, goal, social };
}

async function sales(
  records: RecordService,
  id: string,
): Promise<Pick<CampaignResults, 'sales' | 'revenue'>> {
  const { rows } = await records.aggregate('campaign-sale', {
    filter: { campaign: { eq: id } },
    measures: [{ function: 'count' }, { function: 'sum', field: 'revenue' }],
  });
  const { count, 'sum.revenue': revenue } = rows[0]?.values ?? {};
  return { sales: Number(count ?? 0), revenue: sumsOf(revenue) };
}
