import { api } from './client.ts';
import type { Page, Reference } from './records.ts';

export interface FormField {
  id: string;
  type: string;
  label?: string;
  required?: boolean;
  options?: { value: string; label?: string }[];
  value?: unknown;
  default?: unknown;
  entity?: string;
}

export interface WorkItem {
  id: string;
  instance: string;
  flow: string;
  flowName?: string;
  element: string;
  name: string;
  state: string;
  assignee: Reference | null;
  candidates?: unknown;
  due: string | null;
  priority: number | null;
  createdAt: string;
  form: { fields?: FormField[]; screen?: string } | null;
  record?: { entity: string; id: string; title: string } | null;
}

export interface WorkItemQuery {
  assignee?: string;
  subject?: string;
  instance?: string;
  state?: string;
  limit?: number;
}

export function listWorkItems(query: WorkItemQuery): Promise<Page<WorkItem>> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  return api.get(`/api/work-items?${params}`);
}

/** What is mine or may become mine, and with it what my team works on. */
export async function listInbox(): Promise<WorkItem[]> {
  const [mine, all] = await Promise.all([
    listWorkItems({ assignee: 'me', limit: 200 }),
    listWorkItems({ limit: 200 }),
  ]);
  const own = new Set(mine.items.map((item) => item.id));
  return [...mine.items, ...all.items.filter((item) => !own.has(item.id))];
}

const act = (id: string, action: string, body: unknown = {}): Promise<WorkItem> =>
  api.post(`/api/work-items/${encodeURIComponent(id)}/${action}`, body);

export const claimWorkItem = (id: string): Promise<WorkItem> => act(id, 'claim');
export const releaseWorkItem = (id: string): Promise<WorkItem> => act(id, 'release');
export const delegateWorkItem = (id: string, assignee: string): Promise<WorkItem> =>
  act(id, 'delegate', { assignee });
export const completeWorkItem = (id: string, variables: Record<string, unknown>): Promise<WorkItem> =>
  act(id, 'complete', { variables });
