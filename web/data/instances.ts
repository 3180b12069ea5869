import { api } from './client.ts';
import type { Page } from './records.ts';

export interface InstanceItem {
  id: string;
  flow: string;
  flowName?: string;
  version: number;
  state: 'active' | 'completed' | 'terminated' | 'failed' | 'suspended' | 'incident';
  subject?: { entity: string; id: string; title: string } | null;
  /** What it is about, in words. */
  about: string;
  startedAt: string;
  endedAt?: string | null;
  tokens: { element: string; name?: string }[];
}

export const listInstancesOf = (entity: string, id: string): Promise<Page<InstanceItem>> =>
  api.get(`/api/instances?subject=${encodeURIComponent(`${entity}/${id}`)}`);

export const startFlow = (key: string, subject: { entity: string; id: string }): Promise<{ id: string }> =>
  api.post(
    `/api/flows/${encodeURIComponent(key)}/instances`,
    { variables: {}, subject: `${subject.entity}/${subject.id}` },
    { idempotencyKey: crypto.randomUUID() },
  );

/** One instance for each record; answers at once, they start soon after. */
export const startFlows = (
  key: string,
  { entity, ids }: { entity: string; ids: readonly string[] },
): Promise<unknown> =>
  api.post(
    `/api/flows/${encodeURIComponent(key)}/instances`,
    { items: ids.map((id) => ({ variables: {}, subject: `${entity}/${id}` })) },
    { idempotencyKey: crypto.randomUUID() },
  );
