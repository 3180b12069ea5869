import { api } from '../../web/data/client.ts';
import type { Page } from '../../web/data/records.ts';

/** A diagram not yet deployed, as the server keeps it for one person. */
export interface KeptDraft {
  flow: string;
  base: number;
  name: string;
  xml: string;
  rev: number;
  savedAt: string;
}

const path = (key: string): string => `/api/flows/${encodeURIComponent(key)}/draft`;

export const readKeptDraft = async (key: string): Promise<KeptDraft | null> =>
  (await api.get<{ draft: KeptDraft | null }>(path(key))).draft;

export const listKeptDrafts = async (): Promise<Omit<KeptDraft, 'xml'>[]> =>
  (await api.get<Page<Omit<KeptDraft, 'xml'>>>('/api/drafts')).items;

/** Problem `draft-moved` when `rev` is no longer the newest. */
export const putKeptDraft = (
  key: string,
  draft: Pick<KeptDraft, 'base' | 'name' | 'xml' | 'rev'>,
): Promise<Pick<KeptDraft, 'rev' | 'savedAt'>> => api.put(path(key), draft);

export const deleteKeptDraft = (key: string): Promise<unknown> => api.delete(path(key));
