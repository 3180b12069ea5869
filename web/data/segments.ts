import { api } from './client.ts';
import type { Page } from './records.ts';

export interface SegmentItem {
  id: string;
  name: string;
  /** The entity of its members. */
  entity: string;
  /** What flows know it by. */
  key: string;
  members: number;
  isList: boolean;
}

export interface SegmentState {
  id: string;
  name: string;
  /** The entity of its members. */
  entity: string;
  key: string;
  /** The field of the record in which the condition stands. */
  field: string;
  state: 'building' | 'ready' | 'failed';
  problem: string | null;
  members: number;
  builtAt: string | null;
  isList: boolean;
}

export interface SegmentPreview {
  count: number;
  sample: { id: string; title: string | null }[];
}

export interface SegmentMember {
  id: string;
  title: string | null;
  enteredAt: string;
}

/** By name, as many as the server gives at once. */
export const listSegments = async (wanted: {
  search: string;
  entity?: string;
  isList?: true;
}): Promise<SegmentItem[]> => {
  const { search, entity, isList } = wanted;
  const query = new URLSearchParams({ search, ...(entity && { entity }), ...(isList && { isList: 'true' }) });
  return (await api.get<{ items: SegmentItem[] }>(`/api/segments?${query}`)).items;
};

export const readSegment = (id: string): Promise<SegmentState> => api.get(`/api/segments/${id}`);

export const previewSegment = (
  entity: string,
  condition: unknown,
  signal?: AbortSignal,
): Promise<SegmentPreview> => api.post('/api/segments/preview', { entity, condition }, { signal });

export const segmentMembers = (id: string): Promise<Page<SegmentMember>> =>
  api.get(`/api/segments/${id}/members?limit=20`);

export const changeMembers = (
  id: string,
  change: { add?: string[]; remove?: string[] },
): Promise<{ added: number; removed: number }> => api.post(`/api/segments/${id}/members`, change);
