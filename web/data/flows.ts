import { api } from './client.ts';

interface FlowItem {
  key: string;
  name?: string;
  subject?: string | null;
}

/** Names of the deployed flows by key, all or those that can be about an entity; empty for those who may not list them. */
export async function flowNames(about?: string): Promise<Map<string, string>> {
  const page = await api.get<{ items: FlowItem[] }>('/api/flows').catch(() => ({ items: [] as FlowItem[] }));
  const fitting = page.items.filter(({ subject }) => !about || !subject || subject === about);
  return new Map(fitting.map((flow) => [flow.key, flow.name || flow.key]));
}

/** The diagram of one version. */
export const loadVersionXml = async (key: string, version: number | 'latest'): Promise<string> =>
  (await api.get<{ xml: string }>(`/api/flows/${encodeURIComponent(key)}/versions/${version}`)).xml;
