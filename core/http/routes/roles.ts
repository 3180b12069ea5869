import { z } from 'zod';
import { maskExamples } from '../../access/mask.ts';
import { systemActor, type Role } from '../../access/index.ts';
import {
  countVisible,
  peopleByRole,
  removeRole,
  roleViews,
  saveRole,
  type RolesParts,
} from '../../people/index.ts';
import { roleLabel } from '../../screen/labels.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { writeNavigation } from '../../screen/index.ts';
import { permissionViews } from './permission-views.ts';
import { refuseNamedRole } from './refuse-named.ts';
import { roleId, roleInput } from './role-shapes.ts';

const tag = 'people';
const permission = 'roles.manage';
const id = z.object({ id: z.string().max(120) });

type RoleServices = Pick<
  Services,
  'sql' | 'registry' | 'access' | 'models' | 'clock' | 'identity' | 'configuration'
> & { allRoutes: () => readonly Route[] };

export const roleRoutes = (services: RoleServices): Route[] => [
  ...roleQuestions(services),
  ...roleChanges(services),
];

/** What both kinds of routes work with. */
function rolesAt(services: RoleServices) {
  const { registry, identity, configuration } = services;
  const parts: RolesParts = { ...services, shapes: (entity) => services.models.shapes(entity) };
  /** Everybody is asked anew: the next request of each, on every server, is judged by the new rules. */
  const settled = async (): Promise<void> => {
    await configuration.refresh();
    identity.forget();
  };
  const views = (locale: 'en' | 'zh-CN') => roleViews(parts, (role) => roleLabel(registry, locale, role.id));
  const one = async (wanted: string, locale: 'en' | 'zh-CN') =>
    (await views(locale)).find((role) => role.id === wanted) ?? null;
  return { parts, settled, views, one };
}

function roleQuestions(services: RoleServices): Route[] {
  const { registry, identity } = services;
  const { parts, views } = rolesAt(services);
  return [
    route({
      method: 'get',
      path: '/api/roles',
      summary: 'Roles with their grants, where each comes from, and what was changed',
      tag,
      permission,
      run: async ({ actor }) =>
        reply(200, { items: await views(actor.locale), masks: maskExamples(), next: null }),
    }),
    route({
      method: 'get',
      path: '/api/roles/people',
      summary: 'How many active people hold each role; those that nobody holds are left out',
      tag,
      permission: 'flows.deploy',
      run: async () => reply(200, { items: await peopleByRole(parts.sql), next: null }),
    }),
    route({
      method: 'get',
      path: '/api/permissions',
      summary: 'Permissions that are not about records',
      tag,
      permission,
      run: ({ actor }) =>
        Promise.resolve(
          reply(200, {
            items: permissionViews(registry, { routes: services.allRoutes(), locale: actor.locale }),
          }),
        ),
    }),
    route({
      method: 'post',
      path: '/api/roles/preview',
      summary: 'How many records a role would show to a person, without saving it',
      tag,
      permission,
      body: z.strictObject({
        role: roleInput.extend({ id: z.string().max(120) }),
        entity: z.string().max(80),
        user: z.uuid().optional(),
      }),
      run: async ({ body }) => {
        const { version: _version, ...role } = body.role;
        const actor = body.user
          ? await identity.actorFor(body.user)
          : { ...systemActor, kind: 'user' as const, roles: [] };
        return reply(
          200,
          await countVisible(parts, { role: role satisfies Role, entity: body.entity, actor }),
        );
      },
    }),
  ];
}

function roleChanges(services: RoleServices): Route[] {
  const { sql, registry, clock } = services;
  const { parts, settled, one } = rolesAt(services);
  return [
    route({
      method: 'post',
      path: '/api/roles',
      summary: 'Make a role',
      tag,
      permission,
      body: roleInput.extend({ id: roleId }),
      run: async ({ actor, body: { id: own, version: _version, ...role }, requestId }) => {
        await sql.begin((tx) =>
          saveRole(tx, parts, { actor, requestId, id: own, role: { ...role, id: own }, isNew: true }),
        );
        await settled();
        return reply(201, await one(own, actor.locale));
      },
    }),
    route({
      method: 'put',
      path: '/api/roles/{id}',
      summary: 'Change a role; what a plugin declares stays underneath, and changes are kept apart by entity',
      tag,
      permission,
      params: id,
      body: roleInput,
      run: async ({ actor, params, body: { version, ...role }, requestId }) => {
        const input = { actor, requestId, id: params.id, role: { ...role, id: params.id } };
        await sql.begin((tx) => saveRole(tx, parts, { ...input, ...(version !== undefined && { version }) }));
        await settled();
        return reply(200, await one(params.id, actor.locale));
      },
    }),
    route({
      method: 'delete',
      path: '/api/roles/{id}',
      summary: 'Remove an own role, or take back what was changed of a plugin’s: all, or one entity',
      tag,
      permission,
      params: id,
      query: z.object({ entity: z.string().max(80).optional() }),
      run: async ({ actor, params, query: { entity }, requestId }) => {
        const input = { actor, requestId, id: params.id, ...(entity !== undefined && { entity }) };
        if (entity === undefined) await refuseNamedRole(services, params.id, actor.locale);
        await sql.begin(async (tx) => {
          await removeRole(tx, parts, input);
          if (registry.baseRoles.some(({ id: own }) => own === params.id)) return;
          // Nobody is left whose navigation it would be.
          const author = { actor: actor.userId ?? actor.id, at: clock.now(), requestId };
          await writeNavigation(tx, { role: params.id, layout: null, title: params.id }, author);
        });
        await settled();
        return reply(200, { role: await one(params.id, actor.locale) });
      },
    }),
  ];
}
