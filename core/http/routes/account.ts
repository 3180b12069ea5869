import { z } from 'zod';
import type { Actor } from '../../access/index.ts';
import { announce } from '../../configuration/index.ts';
import { invalid, Problem } from '../../errors.ts';
import {
  endOtherSessions,
  endSession,
  listKeys,
  listSessions,
  makeKey,
  removeKey,
} from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'people';
const permission = 'signed-in';
const id = z.object({ id: z.uuid() });

type AccountServices = Pick<Services, 'sql' | 'configuration'>;

export const accountRoutes = (services: AccountServices): Route[] => [
  ...keyRoutes(services),
  ...sessionRoutes(services),
];

/** A key cannot make keys, nor see where its person is signed in: whoever finds one must not get further. */
function personOf(actor: Actor): string {
  if (actor.kind !== 'user' || !actor.userId) throw new Problem({ status: 409, code: 'not-a-person' });
  return actor.userId;
}

/** Everybody is asked anew on every server. */
async function settle({ sql, configuration }: AccountServices): Promise<void> {
  await announce(sql, 'session');
  await configuration.refresh();
}

const keyRoutes = (services: AccountServices): Route[] => [
  route({
    method: 'get',
    path: '/api/me/keys',
    summary: 'One’s own API keys; the keys themselves are shown once, when they are made',
    tag,
    permission,
    run: async ({ actor }) =>
      reply(200, { items: await listKeys(services.sql, personOf(actor)), next: null }),
  }),
  route({
    method: 'post',
    path: '/api/me/keys',
    summary: 'Make a key that acts as oneself, with all of one’s roles or some',
    tag,
    permission,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      roles: z.array(z.string().max(120)).max(50).nullable().default(null),
      until: z.iso.datetime({ offset: true }).nullable().default(null),
    }),
    run: async ({ actor, body }) => {
      const foreign = (body.roles ?? []).filter((role) => !actor.roles.includes(role));
      if (foreign.length > 0)
        throw invalid(foreign.map((role) => ({ pointer: '/roles', code: 'key-role', params: { role } })));
      return reply(201, await makeKey(services.sql, { userId: personOf(actor), ...body }));
    },
  }),
  route({
    method: 'delete',
    path: '/api/me/keys/{id}',
    summary: 'Revoke a key: its next request is refused',
    tag,
    permission,
    params: id,
    run: async ({ actor, params }) => {
      await removeKey(services.sql, { userId: personOf(actor), id: params.id });
      await settle(services);
      return reply(204);
    },
  }),
];

const sessionRoutes = (services: AccountServices): Route[] => [
  route({
    method: 'get',
    path: '/api/me/sessions',
    summary: 'Where one is signed in',
    tag,
    permission,
    run: async ({ actor, request }) => {
      const items = await listSessions(services.sql, personOf(actor), request.headers.get('cookie'));
      return reply(200, { items, next: null });
    },
  }),
  route({
    method: 'delete',
    path: '/api/me/sessions/{id}',
    summary: 'Sign out somewhere',
    tag,
    permission,
    params: id,
    run: async ({ actor, params }) => {
      await endSession(services.sql, { userId: personOf(actor), id: params.id });
      await settle(services);
      return reply(204);
    },
  }),
  route({
    method: 'delete',
    path: '/api/me/sessions',
    summary: 'Sign out everywhere else',
    tag,
    permission,
    run: async ({ actor, request }) => {
      const ended = await endOtherSessions(services.sql, personOf(actor), request.headers.get('cookie'));
      await settle(services);
      return reply(200, { ended });
    },
  }),
];
