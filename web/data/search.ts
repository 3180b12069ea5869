import { api } from './client.ts';

export interface Found {
  entity: string;
  id: string;
  title: string;
  subtitle?: string | null;
}

export const searchEverywhere = async (q: string, signal?: AbortSignal): Promise<Found[]> =>
  (await api.get<{ items: Found[] }>(`/api/search?q=${encodeURIComponent(q)}&limit=12`, { signal })).items;
