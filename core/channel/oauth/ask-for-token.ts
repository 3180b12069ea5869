/** Asks a sign-in service for an access token (RFC 6749, sections 4.4 and 6). */
import { z } from 'zod';

export interface MailOauth {
  /** The token endpoint. */
  url: string;
  client: string;
  secret: string;
  /** What the owner of the mailbox granted once; without it the client speaks for itself. */
  refreshToken: string | undefined;
  scope: string | undefined;
}

export interface Granted {
  access: string;
  /** Seconds. */
  lasts: number;
  /** Services that use each refresh token once answer the next one. */
  refresh: string | undefined;
}

const patience = 15_000;
/** Where the service does not say: RFC 6749 recommends that it does. */
const usualSeconds = 3_600;

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
  refresh_token: z.string().optional(),
});
const refusal = z.object({ error: z.string().max(100) });

/** Throws an error that holds no secret. */
export async function askForToken(
  { url, client, secret, scope }: MailOauth,
  refreshToken: string | undefined,
): Promise<Granted> {
  const body = new URLSearchParams({
    grant_type: refreshToken ? 'refresh_token' : 'client_credentials',
    client_id: client,
    client_secret: secret,
    ...(refreshToken && { refresh_token: refreshToken }),
    ...(scope && { scope }),
  });
  const response = await fetch(url, {
    ...{ method: 'POST', body, redirect: 'error', headers: { accept: 'application/json' } },
    signal: AbortSignal.timeout(patience),
  });
  const said: unknown = await response.json().catch(() => null);
  const granted = answer.safeParse(said);
  if (!response.ok || !granted.success) {
    const why = refusal.safeParse(said);
    throw new Error(
      `The sign-in service of the mail server answered ${response.status}${why.success ? ` (${why.data.error})` : ''}.`,
    );
  }
  const { access_token: access, expires_in: lasts = usualSeconds, refresh_token: refresh } = granted.data;
  return { access, lasts, refresh };
}
