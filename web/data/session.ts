import { ApiProblem, api } from './client.ts';
import { t } from './i18n.ts';

/** Signs in by e-mail and password. The error's message is a sentence for the form. */
export async function signIn(email: string, password: string): Promise<void> {
  try {
    await api.post('/api/auth/sign-in/email', { email, password });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 429) throw new Error(t('signIn.tooMany'), { cause: error });
    if (error.status === 401 || error.status === 403 || error.status === 400)
      throw new Error(t('signIn.wrong'), { cause: error });
    throw error;
  }
}

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
}

/** Whether nobody can sign in yet, because the first administrator is missing. */
export const isSetupNeeded = (): Promise<boolean> =>
  api.get<{ isNeeded: boolean }>('/api/setup').then(
    (answer) => answer.isNeeded,
    () => false,
  );

export const setUp = (administrator: FirstAdministrator): Promise<unknown> =>
  api.post('/api/setup', administrator);
