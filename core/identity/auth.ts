/** The one door to better-auth: sign-in by password, sessions in the database, nobody signs up by themselves. */
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { drizzle } from 'drizzle-orm/postgres-js';
import { connect, type Sql } from '../db/connect.ts';
import * as schema from './schema.ts';

export interface Auth {
  /** Answers `/api/auth/*`. */
  handle(request: Request): Promise<Response>;
  /** The user id of a request's session cookie; null without a valid one. */
  userIdOf(headers: Headers): Promise<string | null>;
  hashPassword(password: string): Promise<string>;
  close(): Promise<void>;
}

const sevenDays = 7 * 24 * 60 * 60;

export interface AuthOptions {
  databaseUrl: string;
  secret: string;
  url: string;
  isRateLimited: boolean;
}

export function createAuth(options: AuthOptions): Auth {
  // drizzle changes the date parsers of the client it gets, so it gets its own.
  const sql: Sql = connect(options.databaseUrl, { max: 3, name: 'relata sign-in' });
  const auth = betterAuth({
    baseURL: options.url,
    basePath: '/api/auth',
    secret: options.secret,
    database: drizzleAdapter(drizzle(sql), { provider: 'pg', schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8 },
    session: { expiresIn: sevenDays, updateAge: sevenDays / 7 },
    rateLimit: { enabled: options.isRateLimited },
    advanced: { database: { generateId: 'uuid' }, cookiePrefix: 'relata' },
    trustedOrigins: (request) => sameOrigin(request),
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  /** better-auth hides why it failed: asked again, a lost database says so itself. */
  const failBecause = async (error: unknown): Promise<never> => {
    await sql`select 1`;
    throw error;
  };
  return {
    handle: async (request) => {
      const answer = await auth.handler(request);
      return answer.status < 500 ? answer : failBecause(new Error(`Sign-in answered ${answer.status}.`));
    },
    userIdOf: async (headers) => {
      if (!headers.get('cookie')) return null;
      const found = await auth.api.getSession({ headers }).catch(failBecause);
      return found?.user.id ?? null;
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    close: () => sql.end({ timeout: 5 }),
  };
}

/** Behind whatever host name the browser used, its own origin is the trusted one. */
function sameOrigin(request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
