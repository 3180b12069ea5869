import { api } from './client.ts';

interface FlowItem {
  key: string;
  name?: string;
}

/** Names of the deployed flows by key; empty for those who may not list them. */
export async function flowNames(): Promise<Map<string, string>> {
  const page = await api.get<{ items: FlowItem[] }>('/api/flows').catch(() => ({ items: [] as FlowItem[] }));
  return new Map(page.items.map((flow) => [flow.key, flow.name || flow.key]));
}

/** The diagram of one version. */
export const loadVersionXml = async (key: string, version: number | 'latest'): Promise<string> =>
  (await api.get<{ xml: string }>(`/api/flows/${encodeURIComponent(key)}/versions/${version}`)).xml;
