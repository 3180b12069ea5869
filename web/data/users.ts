import { api } from './client.ts';
import type { Reference } from './records.ts';

export interface User {
  id: string;
  name: string;
  email: string | null;
  team?: Reference | null;
  roles?: string[];
  isActive?: boolean;
  /** Has a password. */
  canSignIn?: boolean;
  invitedUntil?: string | null;
}

export interface Team {
  id: string;
  name: string;
  parent?: Reference | string | null;
  manager?: Reference | null;
  [more: string]: unknown;
}

export interface NewUser {
  name: string;
  email?: string;
  password?: string;
  roles?: string[];
  team?: string;
}

type Listed<T> = { items: T[] };

/** So many are read at once. */
export const mostUsers = 200;

export const findUsers = async (search = ''): Promise<User[]> =>
  (
    await api.get<Listed<User>>(
      `/api/users?limit=${mostUsers}${search ? `&search=${encodeURIComponent(search)}` : ''}`,
    )
  ).items;

export const inviteUser = (user: NewUser): Promise<User> => api.post('/api/users', user);

export const changeUser = (id: string, values: Partial<NewUser> & { isActive?: boolean }): Promise<User> =>
  api.patch(`/api/users/${id}`, values);

export const makeTeam = (name: string, parent: string | null): Promise<{ id: string }> =>
  api.post('/api/teams', { name, parent });

export const changeTeam = (
  id: string,
  change: { name?: string; parent?: string | null; manager?: string | null },
): Promise<Team> => api.patch(`/api/teams/${id}`, change);

export const removeTeam = (id: string): Promise<unknown> => api.delete(`/api/teams/${id}`);

export const listTeams = async (): Promise<Team[]> => (await api.get<Listed<Team>>('/api/teams')).items;
