import { api } from './client.ts';

export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  roles: string[] | null;
  until: string | null;
  usedAt: string | null;
  createdAt: string;
}

export interface Session {
  id: string;
  startedAt: string;
  seenAt: string;
  address: string | null;
  agent: string | null;
  isOwn: boolean;
}

export const listKeys = async (): Promise<ApiKey[]> =>
  (await api.get<{ items: ApiKey[] }>('/api/me/keys')).items;

export const makeKey = (key: {
  name: string;
  roles: string[] | null;
  until: string | null;
}): Promise<{ id: string; key: string }> => api.post('/api/me/keys', key);

export const revokeKey = (id: string): Promise<unknown> => api.delete(`/api/me/keys/${id}`);

export const listSessions = async (): Promise<Session[]> =>
  (await api.get<{ items: Session[] }>('/api/me/sessions')).items;

export const endSession = (id: string): Promise<unknown> => api.delete(`/api/me/sessions/${id}`);

export const endOtherSessions = (): Promise<{ ended: number }> => api.delete('/api/me/sessions');
