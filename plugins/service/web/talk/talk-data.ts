import { api, type Reference } from '../../../../web/index.ts';

export interface TalkFile {
  id: string;
  name: string;
  size: number;
  href: string;
}

export interface Message {
  id: string;
  kind: 'inbound' | 'outbound' | 'note';
  text: string;
  from: string | null;
  author: Reference | null;
  at: string;
  sender: 'verified' | 'unknown' | 'failed' | null;
  isAutomatic: boolean | null;
  files: TalkFile[];
}

export interface Canned {
  id: string;
  name: string;
  text: string;
}

export type DraftKind = 'outbound' | 'note' | 'inbound';

export interface Talk {
  messages: Message[];
  canned: Canned[];
  own: { kind: DraftKind; text: string } | null;
  others: string[];
}

export interface Said {
  kind: DraftKind;
  text: string;
  status?: string;
  seen?: string | null;
  isForced?: boolean;
  mentions: string[];
  /** Ids of what was uploaded to go with it. */
  files: string[];
}

const path = (id: string, rest: string): string => `/api/plugins/service/tickets/${id}/${rest}`;

export const readTalk = (id: string): Promise<Talk> => api.get(path(id, 'talk'));

export const say = (id: string, said: Said): Promise<unknown> =>
  api.post(path(id, 'messages'), said, { idempotencyKey: crypto.randomUUID() });

export const keepDraft = (id: string, draft: { kind: DraftKind; text: string }): Promise<unknown> =>
  api.put(path(id, 'draft'), draft);

export const splitOff = (message: string): Promise<{ id: string }> =>
  api.post(`/api/plugins/service/messages/${message}/split`);

export const mergeInto = (whole: string, from: string): Promise<unknown> =>
  api.post(path(whole, 'merge'), { from: [from] });

export interface Article {
  id: string;
  title: string;
  summary: string;
  url: string;
}

export const suggestedArticles = async (id: string): Promise<Article[]> =>
  (await api.get<{ items: Article[] }>(path(id, 'articles'))).items;
