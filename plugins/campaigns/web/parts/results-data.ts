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

export interface Business extends Bought {
  from: string;
  to: string;
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
  goal: Goal | null;
}

/** Members of its audience by what keeps a mail from them; see `StandingCount` of the core. */
export interface Reach {
  members: number;
  unknown: number;
  suppressed: number;
  unasked: number;
  reachable: number;
}

/** See `models/goal/read-goal.ts`. */
export interface Goal {
  figure: string;
  target: number;
  reached: number | null;
  currency: string | null;
  from: string | null;
  by: string | null;
}

export interface Bought {
  deals: number;
  revenue: Money[];
}

export interface CampaignCompared {
  days: number;
  now: Business;
  before: Business;
  reached: { people: number; accounts: number; now: Bought; before: Bought } | null;
}

export const campaignResults = (id: string): Promise<CampaignResults> =>
  api.get(`/api/plugins/campaigns/results/${encodeURIComponent(id)}`);

export const campaignCompared = (id: string): Promise<CampaignCompared | null> =>
  api.get(`/api/plugins/campaigns/compared/${encodeURIComponent(id)}`);

/** Null without an audience. */
export const campaignReach = (id: string): Promise<Reach | null> =>
  api.get(`/api/plugins/campaigns/reach/${id}`);
