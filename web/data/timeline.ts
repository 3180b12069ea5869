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

/** A message about a record. */
export interface MessageItem {
  id: string;
  channel: string;
  subject: string;
  state: 'waiting' | 'sending' | 'sent' | 'trial' | 'refused' | 'failed' | 'cancelled';
  at: string;
}

/** The latest, newest first. */
export const loadMessages = async (record: { entity: string; id: string }): Promise<MessageItem[]> => {
  const path = `/api/records/${encodeURIComponent(record.entity)}/${encodeURIComponent(record.id)}/messages`;
  return (await api.get<{ items: MessageItem[] }>(path)).items;
};
