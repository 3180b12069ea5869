import { z } from 'zod';
import { listPeople, listTeams, readPerson, savePerson } from '../../identity/index.ts';
import { changePerson, changeTeam, removeTeam, type ChangePerson } from '../../people/index.ts';
import { ensureTeam } from '../../identity/index.ts';
import { announce } from '../../configuration/index.ts';
import { Problem } from '../../errors.ts';
import type { Actor } from '../../access/actor.ts';
import { readPreferences, writePreference } from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const id = z.object({ id: z.uuid() });
const change = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().nullable().optional(),
  password: z.string().max(200).optional(),
  roles: z.array(z.string()).optional(),
  team: z.uuid().nullable().optional(),
  isActive: z.boolean().optional(),
  locale: z.enum(['en', 'zh-CN']).optional(),
});
const page = z.object({
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

type PeopleServices = Pick<Services, 'sql' | 'identity' | 'auth' | 'registry' | 'configuration' | 'clock'>;

export const peopleRoutes = (services: PeopleServices): Route[] => [
  ...userRoutes(services),
  ...teamRoutes(services),
  ...ownRoutes(services),
  ...preferenceRoutes(services),
];

function userRoutes({ sql, identity, auth, registry, configuration, clock }: PeopleServices): Route[] {
  const parts = { sql, registry, clock, hashPassword: auth.hashPassword };
  const save = async (input: ChangePerson) => {
    const saved = await changePerson(parts, input);
    identity.forget();
    await configuration.refresh();
    return readPerson(sql, saved);
  };
  return [
    route({
      method: 'get',
      path: '/api/users',
      summary: 'People, by name or e-mail',
      tag: 'people',
      permission: 'signed-in',
      query: page,
      run: async ({ query }) => reply(200, { items: await listPeople(sql, query), next: null }),
    }),
    route({
      method: 'get',
      path: '/api/users/{id}',
      summary: 'One person',
      tag: 'people',
      permission: 'signed-in',
      params: id,
      run: async ({ params }) => reply(200, await readPerson(sql, params.id)),
    }),
    route({
      method: 'post',
      path: '/api/users',
      summary: 'Add a person; with e-mail and password they can sign in',
      tag: 'people',
      permission: 'users.manage',
      body: change,
      run: async ({ actor, body, requestId }) => {
        // Whoever adds somebody writes to them in the language both are likely to speak.
        const added = { locale: actor.locale, ...body };
        return reply(201, await save({ actor, requestId, change: added }));
      },
    }),
    route({
      method: 'patch',
      path: '/api/users/{id}',
      summary: 'Change, invite or deactivate a person',
      tag: 'people',
      permission: 'users.manage',
      params: id,
      body: change,
      run: async ({ actor, params, body, requestId }) =>
        reply(200, await save({ actor, requestId, id: params.id, change: body })),
    }),
  ];
}

function teamRoutes({ sql, identity, configuration, clock }: PeopleServices): Route[] {
  const parts = { sql, clock };
  const settled = async (): Promise<void> => {
    await announce(sql, 'person');
    await configuration.refresh();
    identity.forget();
  };
  return [
    route({
      method: 'patch',
      path: '/api/teams/{id}',
      summary: 'Rename a team, move it under another, or change who leads it',
      tag: 'people',
      permission: 'users.manage',
      params: id,
      body: z.strictObject({
        name: z.string().trim().min(1).max(200).optional(),
        parent: z.uuid().nullable().optional(),
        manager: z.uuid().nullable().optional(),
      }),
      run: async ({ actor, params, body, requestId }) => {
        await changeTeam(parts, { actor, requestId, id: params.id, change: body });
        await settled();
        return reply(
          200,
          (await listTeams(sql)).find((team) => team.id === params.id),
        );
      },
    }),
    route({
      method: 'delete',
      path: '/api/teams/{id}',
      summary: 'Remove a team that has no people and no teams below',
      tag: 'people',
      permission: 'users.manage',
      params: id,
      run: async ({ actor, params, requestId }) => {
        await removeTeam(parts, { actor, requestId, id: params.id });
        await settled();
        return reply(204);
      },
    }),
    route({
      method: 'get',
      path: '/api/teams',
      summary: 'Teams, as a tree by `parent`',
      tag: 'people',
      permission: 'signed-in',
      run: async () => reply(200, { items: await listTeams(sql), next: null }),
    }),
    route({
      method: 'post',
      path: '/api/teams',
      summary: 'Add a team, or set its manager',
      tag: 'people',
      permission: 'users.manage',
      body: z.strictObject({
        name: z.string().min(1).max(200),
        parent: z.uuid().nullable().default(null),
        manager: z.uuid().nullable().default(null),
      }),
      run: async ({ body }) => {
        const team = await ensureTeam(sql, body);
        await settled();
        return reply(201, { id: team });
      },
    }),
  ];
}

const userOf = (actor: Actor): string => {
  if (!actor.userId || actor.kind !== 'user') throw new Problem({ status: 409, code: 'not-a-person' });
  return actor.userId;
};

/** Small values alone: what is large belongs into a record or a definition. */
const preference = z.union([z.boolean(), z.number(), z.string().max(1_000)]);

const preferenceRoutes = ({ sql }: PeopleServices): Route[] => [
  route({
    method: 'get',
    path: '/api/me/preferences',
    summary: 'How one likes to work, by name',
    tag: 'people',
    permission: 'signed-in',
    run: async ({ actor }) => reply(200, { preferences: await readPreferences(sql, userOf(actor)) }),
  }),
  route({
    method: 'put',
    path: '/api/me/preferences/{name}',
    summary: 'Keeps one of them',
    tag: 'people',
    permission: 'signed-in',
    params: z.object({ name: z.string().regex(/^[\w.-]{1,80}$/) }),
    body: z.strictObject({ value: preference }),
    run: async ({ actor, params, body }) => {
      await writePreference(sql, { user: userOf(actor), ...params, ...body });
      return reply(204);
    },
  }),
];

function ownRoutes({ sql, identity, auth }: PeopleServices): Route[] {
  return [
    route({
      method: 'patch',
      path: '/api/me',
      summary: 'One’s own language and password',
      tag: 'people',
      permission: 'signed-in',
      body: change.pick({ locale: true, password: true }),
      run: async ({ actor, body }) => {
        const id = userOf(actor);
        await savePerson(sql, { id, change: body, hashPassword: auth.hashPassword });
        identity.forget();
        return reply(200, await readPerson(sql, id));
      },
    }),
  ];
}
