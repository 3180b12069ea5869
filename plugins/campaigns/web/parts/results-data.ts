import { api } from '../../../../web/index.ts';
import type { CampaignCompared } from '../../models/campaign-compared.ts';
import type { Reach } from '../../models/campaign-reach.ts';
import type { CampaignResults } from '../../models/campaign-results.ts';

export const campaignResults = (id: string): Promise<CampaignResults> =>
  api.get(`/api/plugins/campaigns/results/${encodeURIComponent(id)}`);

/** Null before it begins. */
export const campaignCompared = (id: string): Promise<CampaignCompared | null> =>
  api.get(`/api/plugins/campaigns/compared/${encodeURIComponent(id)}`);

/** Null without an audience. */
export const campaignReach = (id: string): Promise<Reach | null> =>
  api.get(`/api/plugins/campaigns/reach/${encodeURIComponent(id)}`);
