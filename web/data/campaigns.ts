import { api } from './client.ts';
import type { Money } from './format.ts';
import type { MetaEntity } from './meta.ts';

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

/** Of the plugin that has the entity. */
export const campaignResults = ({ plugin }: MetaEntity, id: string): Promise<CampaignResults> =>
  api.get(`/api/plugins/${plugin}/results/${encodeURIComponent(id)}`);

/** How many stand at each element of a flow now; none for those who may not ask. */
export async function whoStandsWhere(flow: string): Promise<Map<string, number>> {
  type Tokens = { items: { element: string; count: number }[] };
  const { items } = await api
    .get<Tokens>(`/api/flows/${encodeURIComponent(flow)}/tokens`)
    .catch((): Tokens => ({ items: [] }));
  const standing = new Map<string, number>();
  // One row for each version that still runs.
  for (const { element, count } of items) standing.set(element, (standing.get(element) ?? 0) + count);
  return standing;
}
