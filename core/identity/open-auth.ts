import type { Auth, AuthOptions } from './auth.ts';

/** Sign-in, loaded when it is opened: its packages take 8 MB in each thread that knows them, and only HTTP needs them. */
export async function openAuth(options: AuthOptions): Promise<Auth> {
  const { createAuth } = await import('./auth.ts');
  return createAuth(options);
}
