import { api, type Money } from '../../../../web/index.ts';

export interface Outcome {
  /** What the row is of: a day, a group, or flow and element with a space between them. */
  key: string;
  wanted: number;
  sent: number;
  waiting: number;
  refused: number;
  failed: number;
  bounced: number;
  complained: number;
  opened: number;
  clicked: number;
}

export interface Business {
  from: string;
  to: string;
  deals: number;
  revenue: Money[];
  sent: number;
  clicked: number;
}

export interface CampaignResults {
  total: Outcome | null;
  steps: Outcome[];
  groups: Outcome[];
  days: Outcome[];
  sales: number;
  revenue: Money[];
  social: {
    posted: number;
    planned: number;
    places: number;
    likes: number | null;
    shares: number | null;
    replies: number | null;
  } | null;
  compared: { days: number; now: Business; before: Business } | null;
}

export const campaignResults = (id: string): Promise<CampaignResults> =>
  api.get(`/api/plugins/campaigns/results/${encodeURIComponent(id)}`);
