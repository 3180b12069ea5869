/** What better-auth refuses, as a problem of ours: with a stable code and a sentence in the reader's language. */
import { Problem } from '../errors.ts';

/** Its codes that a person can meet here; all others say what the status says. */
const codes: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'sign-in-wrong',
  USER_NOT_FOUND: 'sign-in-wrong',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'sign-in-wrong',
  INVALID_PASSWORD: 'sign-in-password-wrong',
  INVALID_EMAIL: 'sign-in-email',
  PASSWORD_TOO_SHORT: 'password-short',
  PASSWORD_TOO_LONG: 'password-long',
  EMAIL_PASSWORD_SIGN_UP_DISABLED: 'sign-up-closed',
  EMAIL_PASSWORD_DISABLED: 'sign-up-closed',
  INVALID_ORIGIN: 'origin-foreign',
  MISSING_OR_NULL_ORIGIN: 'origin-foreign',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'origin-foreign',
  SESSION_EXPIRED: 'signed-out',
  UNAUTHORIZED: 'signed-out',
  VALIDATION_ERROR: 'sign-in-shape',
};
const byStatus: Record<number, string> = {
  400: 'sign-in-shape',
  401: 'signed-out',
  403: 'sign-in-refused',
  404: 'route-unknown',
  415: 'sign-in-shape',
  429: 'sign-in-often',
};

/** `path` is the one that was asked for. */
export async function authProblem(answer: Response, path: string): Promise<Problem> {
  const code = codes[await codeOf(answer)] ?? byStatus[answer.status] ?? 'sign-in-refused';
  const seconds = Number(answer.headers.get('x-retry-after') ?? 60);
  return new Problem({ status: answer.status, code, params: { path, seconds } });
}

async function codeOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : '';
  return typeof code === 'string' ? code : '';
}
