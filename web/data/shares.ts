import { api } from './client.ts';
import type { Reference } from './records.ts';

export interface ShareItem {
  id: string;
  /** `user:<id>`, `team:<id>` or `role:<id>` */
  holder: string;
  name: string;
  level: 'read' | 'edit';
  until: string | null;
  createdBy: Reference;
  createdAt: string;
}

export interface RecordPlace {
  entity: string;
  id: string;
}

const path = ({ entity, id }: RecordPlace): string =>
  `/api/records/${encodeURIComponent(entity)}/${encodeURIComponent(id)}/shares`;

export const listShares = async (record: RecordPlace): Promise<ShareItem[]> =>
  (await api.get<{ items: ShareItem[] }>(path(record))).items;

export const addShare = (
  record: RecordPlace,
  share: { holder: string; level: 'read' | 'edit'; until: string | null },
): Promise<{ id: string }> => api.post(path(record), share);

export const endShare = (record: RecordPlace, share: string): Promise<unknown> =>
  api.delete(`${path(record)}/${share}`);
