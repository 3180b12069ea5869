import { z } from 'zod';
import type { Actor } from '../../access/index.ts';
import {
  checkScreen,
  createScreen,
  findingViews,
  listScreens,
  openScreen,
  readChanges,
  removeScreen,
  resetVariant,
  restoreChange,
  saveVariant,
  type Editing,
} from '../../screen/index.ts';
import { reportIds } from '../../report/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { refuseNamedScreen } from './refuse-named.ts';
import {
  checkBody,
  newScreenBody,
  resetBody,
  restoreBody,
  saveBody,
  screenParams,
  variantShape,
} from '../screen-shapes.ts';

const tag = 'screens';
const permission = 'screens.manage';
const variantQuery = z.object({
  role: variantShape.role.unwrap().unwrap().optional(),
  device: variantShape.device.unwrap().unwrap().optional(),
});

type ScreenServices = Pick<Services, 'sql' | 'registry' | 'screens' | 'flows' | 'clock' | 'configuration'>;

export const screenRoutes = (services: ScreenServices): Route[] => [
  ...readingRoutes(services),
  ...writingRoutes(services),
];

/** What screens may start: every flow that is deployed. */
async function editing(
  { flows, clock, ...parts }: ScreenServices,
  { actor, requestId }: Asking,
): Promise<Editing> {
  const { items } = await flows.list({ actor });
  return {
    actor: actor.userId ?? actor.id,
    at: clock.now(),
    requestId,
    locale: actor.locale,
    flows: new Set(items.map(({ key }) => key)),
    reports: await reportIds(parts),
  };
}

interface Asking {
  actor: Actor;
  requestId: string;
}

const readingRoutes = (services: ScreenServices): Route[] => [
  route({
    method: 'get',
    path: '/api/screens',
    summary:
      'Every screen: of plugins, made by admins, and by default; with what was changed and what is broken',
    tag,
    permission,
    run: async (call) => {
      const items = await listScreens(services, await editing(services, call));
      return reply(200, { items, next: null });
    },
  }),
  route({
    method: 'get',
    path: '/api/screens/{id}',
    summary:
      'A screen to be changed, for everybody or for a role or device: its base, the tree, what is wrong',
    tag,
    permission,
    params: screenParams,
    query: variantQuery,
    run: async ({ params, query, ...call }) =>
      reply(
        200,
        await openScreen(services, {
          id: params.id,
          variant: { role: query.role ?? null, device: query.device ?? null },
          editing: await editing(services, call),
        }),
      ),
  }),
  route({
    method: 'get',
    path: '/api/screens/{id}/changes',
    summary: 'Who changed a screen when, newest first',
    tag,
    permission,
    params: screenParams,
    run: async ({ params }) => reply(200, { items: await readChanges(services.sql, params.id), next: null }),
  }),
  route({
    method: 'post',
    path: '/api/screens/check',
    summary: 'What is wrong with a screen, each in a sentence, without saving it',
    tag,
    permission,
    body: checkBody,
    run: async ({ body, ...call }) => {
      const { flows, reports } = await editing(services, call);
      const findings = checkScreen(body.tree, { entities: services.registry.entities, flows, reports });
      return reply(200, { problems: findingViews(services.registry, call.actor.locale, findings) });
    },
  }),
];

const writingRoutes = (services: ScreenServices): Route[] => [
  route({
    method: 'post',
    path: '/api/screens',
    summary: 'Make a screen',
    tag,
    permission,
    body: newScreenBody,
    run: async ({ body, ...call }) =>
      reply(201, { id: await createScreen(services, body, await editing(services, call)) }),
  }),
  route({
    method: 'put',
    path: '/api/screens/{id}',
    summary: 'Save what was changed about a screen, as operations on its base; 409 when another was faster',
    tag,
    permission,
    params: screenParams,
    body: saveBody,
    run: async ({ params, body: { role, device, ...body }, ...call }) => {
      const by = await editing(services, call);
      const variant = { role, device };
      await saveVariant(services, { id: params.id, variant, ...body }, by);
      return reply(200, await openScreen(services, { id: params.id, variant, editing: by }));
    },
  }),
  route({
    method: 'post',
    path: '/api/screens/{id}/reset',
    summary: 'Back to the original, for everybody or for a role or device',
    tag,
    permission,
    params: screenParams,
    body: resetBody,
    run: async ({ params, body, ...call }) => {
      const by = await editing(services, call);
      await resetVariant(services, { id: params.id, variant: body }, by);
      return reply(200, await openScreen(services, { id: params.id, variant: body, editing: by }));
    },
  }),
  route({
    method: 'post',
    path: '/api/screens/{id}/restore',
    summary: 'Bring back what a screen was after an earlier change',
    tag,
    permission,
    params: screenParams,
    body: restoreBody,
    run: async ({ params, body, ...call }) => {
      await restoreChange(services, { id: params.id, ...body }, await editing(services, call));
      return reply(204);
    },
  }),
  route({
    method: 'delete',
    path: '/api/screens/{id}',
    summary: 'Remove a screen that an admin made',
    tag,
    permission,
    params: screenParams,
    run: async ({ params, ...call }) => {
      await refuseNamedScreen(services, params.id, call.actor.locale);
      await removeScreen(services, params.id, await editing(services, call));
      return reply(204);
    },
  }),
];
