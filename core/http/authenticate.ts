/** A request's actor: a key, the administrator's or a person's, or the session cookie of a user. */
import type { Actor } from '../access/actor.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { preferredLocale } from './problem.ts';
import { sameSecretAs } from './same-secret.ts';

export type Authenticate = (headers: Headers) => Promise<Actor | null>;

/** How long a session cookie is believed without asking the database again. */
const sessionMilliseconds = 5_000;
/** Cookies remembered at most; the map starts anew beyond it. */
const sessionLimit = 10_000;

export interface Authenticator {
  actorOf: Authenticate;
  /** After a sign-out or a change of people: nobody is believed from memory. */
  forget(): void;
}

export function createAuthenticator(services: Pick<Services, 'auth' | 'identity' | 'config'>): Authenticator {
  const sessions = new Map<string, { userId: string; until: number }>();
  const { adminKey } = services.config;
  const isAdminKey = adminKey ? sameSecretAs(adminKey) : () => false;

  const userIdOf = async (headers: Headers): Promise<string | null> => {
    const cookie = headers.get('cookie');
    if (!cookie) return null;
    const known = sessions.get(cookie);
    if (known && known.until > Date.now()) return known.userId;
    const userId = await services.auth.userIdOf(headers);
    if (sessions.size > sessionLimit) sessions.clear();
    if (userId) sessions.set(cookie, { userId, until: Date.now() + sessionMilliseconds });
    return userId;
  };

  return {
    actorOf: async (headers) => {
      const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
      if (bearer !== undefined) {
        // A key has no language of its own: each request says it.
        const locale = preferredLocale(headers.get('accept-language'));
        if (isAdminKey(bearer)) return { ...(await services.identity.keyActor()), locale };
        const actor = await services.identity.personalKeyActor(bearer);
        if (actor) return { ...actor, locale };
        throw new Problem({ status: 401, code: 'key-unknown' });
      }
      const userId = await userIdOf(headers);
      return userId ? services.identity.actorFor(userId) : null;
    },
    forget: () => sessions.clear(),
  };
}
