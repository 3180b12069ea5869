/** A request's actor: a key, the administrator's or a person's, or the session cookie of a user. */
import { may, type Actor } from '../access/actor.ts';
import { forbidden, notFound, Problem } from '../errors.ts';
import type { Registry } from '../registry.ts';
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

export function createAuthenticator(
  services: Pick<Services, 'auth' | 'identity' | 'config' | 'registry'>,
): Authenticator {
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

  const ownActor: Authenticate = async (headers) => {
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
  };

  return {
    actorOf: async (headers) => {
      const actor = await ownActor(headers);
      return actor && through(services.registry, actor, headers.get('relata-view-as'));
    },
    forget: () => sessions.clear(),
  };
}

/** Who manages screens may look through the eyes of a role, as previews do; what they may do only shrinks by it. */
function through({ roles }: Pick<Registry, 'roles'>, actor: Actor, lens: string | null): Actor {
  if (lens === null) return actor;
  if (!may(actor, 'screens.manage')) throw forbidden('screens.manage');
  const role = roles.find(({ id }) => id === lens);
  if (!role) throw notFound('role', lens);
  const both = role.permissions.includes('*')
    ? actor.permissions
    : new Set(role.permissions.filter((permission) => may(actor, permission)));
  return { ...actor, lens, permissions: both };
}
