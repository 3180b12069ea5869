import { api } from './client.ts';

export const messageStates = [
  'waiting',
  'sending',
  'sent',
  'trial',
  'refused',
  'failed',
  'cancelled',
] as const;
export type MessageState = (typeof messageStates)[number];

export interface OutboxMessage {
  id: string;
  channel: string;
  purpose: string;
  purposeName: string;
  recipient: string;
  recipientName: string;
  entity: string | null;
  recordId: string | null;
  subject: string;
  state: MessageState;
  reason: string | null;
  detail: string | null;
  attempts: number;
  unclear: number;
  dueAt: string;
  createdAt: string;
  sentAt: string | null;
  openedAt: string | null;
  clickedAt: string | null;
  bouncedAt: string | null;
  complainedAt: string | null;
  content?: { text: string; html?: string; isGone?: boolean };
}

export interface OutboxQuestion {
  state?: string;
  channel?: string;
  search?: string;
  record?: string;
  campaign?: string;
}

export interface OutboxPage {
  items: OutboxMessage[];
  next: string | null;
  figures: Partial<Record<MessageState, number>>;
  isTrial: boolean;
  /** All there are, with their names in the reader's language. */
  channels: { id: string; name: string }[];
}

export function listOutbox(question: OutboxQuestion, after?: string): Promise<OutboxPage> {
  const given = Object.entries({ ...question, after }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return api.get(`/api/outbox?${new URLSearchParams(given).toString()}`);
}

export const readOutboxMessage = (id: string): Promise<OutboxMessage> => api.get(`/api/outbox/${id}`);

export const actOnMessages = (
  act: 'stop' | 'send-again',
  ids: readonly string[],
): Promise<{ changed: number }> => api.post(`/api/outbox/${act}`, { ids });
