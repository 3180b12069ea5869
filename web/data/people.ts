import { api } from './client.ts';
import type { User } from './users.ts';

export interface Person extends User {
  /** Has a password. */
  canSignIn: boolean;
  /** Until when an invitation waits. */
  invitedUntil: string | null;
  managesTeams: { id: string; title: string }[];
}

export const readPerson = (id: string): Promise<Person> => api.get(`/api/users/${id}`);

export interface Invited {
  link: string;
  until: string;
  isMailed: boolean;
  hasMail: boolean;
}

export const invitePerson = (id: string): Promise<Invited> => api.post(`/api/users/${id}/invite`);

export const readInvitation = (token: string): Promise<{ name: string; email: string; company: string }> =>
  api.get(`/api/invitations/${encodeURIComponent(token)}`);

export const acceptInvitation = (token: string, password: string): Promise<{ email: string }> =>
  api.post(`/api/invitations/${encodeURIComponent(token)}`, { password });

export interface HandOver {
  id: string;
  state: 'running' | 'done' | 'failed' | 'undone';
  total: number;
  done: number;
  failed: number;
}

export interface Holdings {
  entities: { entity: string; count: number; label: string }[];
  workItems: number;
  teams: { id: string; name: string }[];
  /** Those that give work to them by name. */
  flows: { key: string; title: string }[];
  last: HandOver | null;
}

export interface HandOverPlan {
  entities: Record<string, string>;
  workItems?: string;
  teams?: string;
}

export const readHoldings = (id: string): Promise<Holdings> => api.get(`/api/users/${id}/holdings`);

export const deactivatePerson = (id: string, plan: HandOverPlan): Promise<{ handOver: string | null }> =>
  api.post(`/api/users/${id}/deactivate`, { plan });

export const readHandOver = (id: string): Promise<HandOver> => api.get(`/api/hand-overs/${id}`);

export const undoHandOver = (id: string): Promise<{ records: number; skipped: number; workItems: number }> =>
  api.post(`/api/hand-overs/${id}/undo`);
