import { api } from './client.ts';
import type { Page, Reference } from './records.ts';

export interface TimelineItem {
  id: string;
  at: string;
  type: string;
  /** What a plugin says of a fact of its own. */
  text?: string;
  actor: Reference | null;
  /** By field; references with their titles. */
  changes: Record<string, { before?: unknown; after?: unknown }>;
  cause?: { instance?: string; import?: string; merge?: string; undo?: string; isRetention?: boolean } | null;
}

/** One page of what happened to a record, newest first. */
export function loadTimeline(
  record: { entity: string; id: string },
  cursor?: string,
): Promise<Page<TimelineItem>> {
  const path = `/api/records/${encodeURIComponent(record.entity)}/${encodeURIComponent(record.id)}/timeline`;
  return api.get(`${path}?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
}
