import { api } from '../../web/data/client.ts';
import type { Page } from '../../web/data/records.ts';

export type InstanceState = 'active' | 'completed' | 'terminated' | 'failed' | 'suspended' | 'incident';

export interface Incident {
  id: string;
  element: string;
  code: string;
  message: string;
  expression?: string | null;
  input?: unknown;
  at?: string;
}

/** Steps of an ad-hoc sub-process that the reader may begin. */
export interface Activatable {
  scope: number;
  element: string;
  parts: { element: string; name: string }[];
}

export interface Instance {
  id: string;
  flow: string;
  flowName?: string;
  version: number;
  state: InstanceState;
  /** What it is about, in words. */
  about: string;
  subject?: { entity: string; id: string; title?: string } | null;
  startedAt?: string;
  endedAt?: string | null;
  /** Absent for who may not operate flows. */
  variables?: Record<string, unknown>;
  /** `id` names a token to whoever moves it; `stuck` says why it can never move again. */
  tokens: { id?: number; element: string; name?: string; stuck?: string }[];
  incidents?: Incident[];
  activatable?: Activatable[];
  /** The instance whose call this one answers, and those that it called, as far as the reader may see them. */
  parent?: CalledInstance | null;
  children?: CalledInstance[];
}

export interface CalledInstance {
  id: string;
  flowName: string;
  element: string;
  state: InstanceState;
}

export interface HistoryEntry {
  element: string;
  type: string;
  event: 'entered' | 'completed' | 'cancelled' | 'failed' | 'log' | 'taken';
  at: string;
  iteration?: number;
  data?: unknown;
  /** What it failed of. */
  reason?: string;
}

const path = (id: string): string => `/api/instances/${encodeURIComponent(id)}`;

export const loadInstance = (id: string): Promise<Instance> => api.get(path(id));

export const loadHistory = async (id: string): Promise<HistoryEntry[]> => {
  // A list page or the bare list, as the route grew.
  const answer = await api.get<HistoryEntry[] | Page<HistoryEntry>>(`${path(id)}/history?flows=true`);
  return Array.isArray(answer) ? answer : answer.items;
};

export const operate = (id: string, action: 'suspend' | 'resume' | 'cancel'): Promise<unknown> =>
  api.post(`${path(id)}/${action}`);

export const setVariables = (id: string, variables: Record<string, unknown>): Promise<unknown> =>
  api.post(`${path(id)}/variables`, { variables });

export const retryIncident = (id: string): Promise<unknown> =>
  api.post(`/api/incidents/${encodeURIComponent(id)}/retry`);

/** What stopped counts as done; the instance goes on behind it. */
export const resolveIncident = (id: string): Promise<unknown> =>
  api.post(`/api/incidents/${encodeURIComponent(id)}/resolve`, {});

export const activate = (id: string, parts: { scope: number; elements: string[] }): Promise<unknown> =>
  api.post(`${path(id)}/activate`, parts);
