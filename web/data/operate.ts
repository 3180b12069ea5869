/** Questions about instances, and what is done to one or to many. */
import { api } from './client.ts';
import type { InstanceItem } from './instances.ts';
import type { Page } from './records.ts';

export interface InstanceQuestion {
  flow?: string;
  version?: string;
  state?: string;
  element?: string;
  businessKey?: string;
  /** `<entity>/<id>` of the record it is about. */
  subject?: string;
  variable?: string;
  value?: string;
}

export type FoundInstance = InstanceItem & { isStuck: boolean };

/** `stuck` is offered among the states, for it is what somebody looks for. */
export const listInstances = (
  { state, ...question }: InstanceQuestion,
  cursor?: string,
): Promise<Page<FoundInstance>> => {
  const params = new URLSearchParams({ limit: '50' });
  if (!cursor) params.set('count', 'estimate');
  if (cursor) params.set('cursor', cursor);
  if (state === 'stuck') params.set('stuck', 'true');
  else if (state) params.set('state', state);
  for (const [name, value] of Object.entries(question)) if (value) params.set(name, value);
  return api.get(`/api/instances?${params}`);
};

export type Action = 'retry' | 'resolve' | 'cancel' | 'suspend' | 'resume';

export interface Operation {
  id: string;
  kind: Action | 'migrate';
  state: 'running' | 'completed' | 'stopped';
  by: { id: string; title: string };
  flow: { id: string; title: string } | null;
  /** Where instances move to. */
  version: number | null;
  createdAt: string;
  endedAt: string | null;
  total: number | null;
  issued: number;
  done: number;
  failed: number;
  /** `about`: its record or business key, where it has one. */
  failures: { instance: string; about: string | null; code: string; message: string }[];
}

type Selection = { ids: string[] } | { question: InstanceQuestion };

export const operateOnMany = (action: Action, selection: Selection): Promise<Operation> =>
  api.post('/api/instances/bulk', {
    do: action,
    selection: 'ids' in selection ? selection : { filter: filterOf(selection.question) },
  });

function filterOf({ state, version, variable, value, ...question }: InstanceQuestion): object {
  const given = Object.fromEntries(Object.entries(question).filter(([, each]) => each));
  return {
    ...given,
    ...(version && { version: Number(version) }),
    ...(state === 'stuck' ? { isStuck: true } : state ? { state } : {}),
    ...(variable && { variable: { name: variable, ...(value && { value: valueOf(value) }) } }),
  };
}

/** JSON where it is JSON, else the text as it stands: as the server reads it in a question. */
const valueOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export const readOperation = (id: string): Promise<Operation> => api.get(`/api/operations/${id}`);
/** Newest first. */
export const listOperations = (cursor?: string): Promise<Page<Operation>> =>
  api.get(`/api/operations?limit=50${cursor ? `&cursor=${cursor}` : ''}`);
/** The newest that is still at work, whoever began it. */
export const runningOperation = async (): Promise<Operation | undefined> => {
  const { items } = await api.get<Page<Operation>>('/api/operations?limit=20');
  return items.find(({ state }) => state === 'running');
};
export const stopOperation = (id: string): Promise<Operation> => api.post(`/api/operations/${id}/stop`);

export interface Rehearsal {
  looked: number;
  fits: number;
  isPartial: boolean;
  problems: { element: string; message: string; count: number }[];
}

export interface Migration {
  from: number;
  to: number;
  mapping: Record<string, string>;
}

const migratePath = (flow: string): string => `/api/flows/${encodeURIComponent(flow)}/migrate`;
export const rehearse = (flow: string, migration: Migration): Promise<Rehearsal> =>
  api.post(migratePath(flow), { ...migration, dryRun: true });
export const migrate = (flow: string, migration: Migration): Promise<Operation> =>
  api.post(migratePath(flow), migration);

export const listVersions = async (flow: string): Promise<number[]> => {
  const page = await api.get<{ items: { version: number }[] }>(
    `/api/flows/${encodeURIComponent(flow)}/versions`,
  );
  return page.items.map((item) => item.version);
};

export interface FlowElement {
  id: string;
  name: string;
}

/** Where a token can stand in a version. */
export const listElements = async (flow: string, version: string | number): Promise<FlowElement[]> => {
  const path = `/api/flows/${encodeURIComponent(flow)}/versions/${version}/elements`;
  return (await api.get<{ items: FlowElement[] }>(path)).items;
};

/** Of several versions, the newest first: each once, by its newest name. */
export async function elementsOf(
  flow: string,
  versions: readonly (string | number)[],
): Promise<FlowElement[]> {
  const lists = await Promise.all(versions.map((version) => listElements(flow, version)));
  const found = new Map<string, FlowElement>();
  for (const element of lists.flat()) if (!found.has(element.id)) found.set(element.id, element);
  return [...found.values()];
}

export type Change = { do: 'move'; token: number; to: string };
export const moveToken = (
  id: string,
  change: Change,
): Promise<{ tokens: { id?: number; element: string }[] }> =>
  api.post(`/api/instances/${encodeURIComponent(id)}/modify`, { changes: [change] });

export interface StoryItem {
  at: string;
  kind: 'start' | 'person' | 'system' | 'way' | 'problem' | 'operator' | 'end' | 'now';
  text: string;
}

export const readStory = async (id: string): Promise<StoryItem[]> =>
  (await api.get<{ items: StoryItem[] }>(`/api/instances/${encodeURIComponent(id)}/story`)).items;
