/** A campaign's days beside as many before it began: of those it wrote to, and of the whole company. */
import { readOne, type Actor, type PluginServices } from '../../../core/index.ts';
import { compareReached, type ReachedCompared } from './compare-reached.ts';
import { periodsOf, type Period } from './periods.ts';
import { wonIn, type Bought } from './won-in.ts';

export interface CampaignCompared {
  days: number;
  now: Business;
  before: Business;
  /** Null where it wrote to nobody yet. */
  reached: ReachedCompared | null;
}

/** Of the whole company: what a campaign moves shows here, or it did not move it. */
export interface Business extends Period, Bought {
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
  const campaign = await readOne(records, 'campaign', id);
  const periods = periodsOf(campaign['startDate'], campaign['endDate'], plugin.now());
  if (!periods) return null;
  const { days, now, before } = periods;
  const [won, mailsNow, mailsBefore, reached] = await Promise.all([
    wonIn(records, periods),
    mailsIn(plugin, now),
    mailsIn(plugin, before),
    compareReached({ plugin, records }, id, periods),
  ]);
  return {
    days,
    now: { ...now, ...won.now, ...mailsNow },
    before: { ...before, ...won.before, ...mailsBefore },
    reached,
  };
}

async function mailsIn(
  plugin: PluginServices,
  { from, to }: Period,
): Promise<Pick<Business, 'sent' | 'clicked'>> {
  const [mail] = await plugin.messages.outcomes({ from, to, by: 'all' });
  return { sent: mail?.sent ?? 0, clicked: mail?.clicked ?? 0 };
}
