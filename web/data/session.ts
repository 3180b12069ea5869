import { api } from './client.ts';

/** Signs in by e-mail and password. The error's message is a sentence for the form. */
export const signIn = (email: string, password: string): Promise<unknown> =>
  api.post('/api/auth/sign-in/email', { email, password });

export async function signOut(): Promise<void> {
  await api.post('/api/auth/sign-out').catch(() => undefined);
}

/** Keeps the language with the user, where the server knows them; the device remembers it in any case. */
export const rememberLocale = (locale: string): Promise<unknown> =>
  api.patch('/api/me', { locale }).catch(() => undefined);

export interface FirstAdministrator {
  token: string;
  name: string;
  email: string;
  password: string;
  company: { currency: string; timeZone: string };
}

/** Whether nobody can sign in yet, because the first administrator is missing. */
export const isSetupNeeded = (): Promise<boolean> =>
  api.get<{ isNeeded: boolean }>('/api/setup').then(
    (answer) => answer.isNeeded,
    () => false,
  );

export const setUp = (administrator: FirstAdministrator): Promise<unknown> =>
  api.post('/api/setup', administrator);
