import { api } from './client.ts';
import type { Money } from './format.ts';

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
  compared: { days: number; now: Business; before: Business } | null;
}

export const campaignResults = (id: string): Promise<CampaignResults> =>
  api.get(`/api/plugins/campaigns/results/${encodeURIComponent(id)}`);

/** How many stand at each element of a flow now; none for those who may not ask. */
export async function whoStandsWhere(flow: string): Promise<Map<string, number>> {
  const counts = await api
    .get<{ element: string; count: number }[]>(`/api/flows/${encodeURIComponent(flow)}/tokens`)
    .catch(() => []);
  return new Map(counts.map(({ element, count }) => [element, count]));
}
