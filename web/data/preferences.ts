import { api } from './client.ts';

/** How this person likes to work, by name; kept on the server, read once per page. */
let known: Promise<Record<string, unknown>> | undefined;

export const preference = async (name: string): Promise<unknown> => {
  known ??= api
    .get<{ preferences: Record<string, unknown> }>('/api/me/preferences')
    .then((answer) => answer.preferences)
    .catch(() => ({})); // Such as for a key, which is nobody: everything is as it is at first.
  return (await known)[name];
};

export const setPreference = async (name: string, value: boolean | string | number): Promise<void> => {
  known &&= known.then((all) => ({ ...all, [name]: value }));
  await api.put(`/api/me/preferences/${encodeURIComponent(name)}`, { value });
};
