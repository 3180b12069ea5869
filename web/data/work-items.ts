import { api } from './client.ts';
import type { Page, Reference } from './records.ts';

export interface FormField {
  id: string;
  type: string;
  label?: string;
  required?: boolean;
  /** JSONata over the other fields. */
  visible?: string;
  requiredIf?: string;
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
  /** What is to be done, as the flow says it. */
  help: string | null;
  state: string;
  assignee: Reference | null;
  /** Who may take it while nobody has it. */
  candidates?: { users: Reference[]; roles: string[] };
  due: string | null;
  priority: number | null;
  createdAt: string;
  /** Why it waits for nobody, as a code such as `assignee-left`. */
  note?: string | null;
  form: { fields?: FormField[]; screen?: string } | null;
  record?: { entity: string; id: string; title: string } | null;
}

export interface WorkItemQuery {
  assignee?: string;
  subject?: string;
  instance?: string;
  state?: string;
  limit?: number;
  cursor?: string;
}

export function listWorkItems(query: WorkItemQuery): Promise<Page<WorkItem>> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  return api.get(`/api/work-items?${params}`);
}

const pageSize = 200;

export interface Inbox {
  items: WorkItem[];
  hasMore: boolean;
}

/** What is mine or may become mine, and with it what my team works on: so many pages of each. */
export async function listInbox(pages = 1): Promise<Inbox> {
  const [mine, all] = await Promise.all([readPages({ assignee: 'me' }, pages), readPages({}, pages)]);
  const own = new Set(mine.items.map((item) => item.id));
  return {
    items: [...mine.items, ...all.items.filter((item) => !own.has(item.id))],
    hasMore: mine.hasMore || all.hasMore,
  };
}

async function readPages(query: WorkItemQuery, pages: number): Promise<Inbox> {
  const items: WorkItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { items: found, next } = await listWorkItems({ ...query, limit: pageSize, cursor });
    items.push(...found);
    cursor = next ?? undefined;
    if (!cursor) break;
  }
  return { items, hasMore: cursor !== undefined };
}

const act = (id: string, action: string, body: unknown = {}): Promise<WorkItem> =>
  api.post(`/api/work-items/${encodeURIComponent(id)}/${action}`, body);

export const claimWorkItem = (id: string): Promise<WorkItem> => act(id, 'claim');
export const releaseWorkItem = (id: string): Promise<WorkItem> => act(id, 'release');
export const delegateWorkItem = (id: string, assignee: string): Promise<WorkItem> =>
  act(id, 'delegate', { assignee });
export const completeWorkItem = (id: string, variables: Record<string, unknown>): Promise<WorkItem> =>
  act(id, 'complete', { variables });
