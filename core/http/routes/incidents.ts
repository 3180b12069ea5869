import { z } from 'zod';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { byId, paging, variables } from './flow-shapes.ts';

export const incidentRoutes = ({ flows }: Pick<Services, 'flows'>): Route[] => [
  route({
    method: 'get',
    path: '/api/incidents',
    summary: 'Open incidents, newest first',
    tag: 'incidents',
    permission: 'flows.operate',
    query: paging.extend({ instance: z.uuid().optional(), flow: z.string().optional() }),
    run: async ({ actor, query }) => reply(200, await flows.incidents({ actor, ...query })),
  }),
  route({
    method: 'post',
    path: '/api/incidents/{id}/retry',
    summary: 'Tries again what stopped',
    tag: 'incidents',
    permission: 'flows.operate',
    params: byId,
    run: async ({ actor, params }) => {
      await flows.retry({ actor, id: params.id });
      return reply(202, { id: params.id });
    },
  }),
  route({
    method: 'post',
    path: '/api/incidents/{id}/resolve',
    summary: 'What stopped counts as done; the instance goes on behind it',
    tag: 'incidents',
    permission: 'flows.operate',
    params: byId,
    body: z.object({ variables: variables.optional() }),
    run: async ({ actor, params, body }) => {
      await flows.resolve({ actor, id: params.id, variables: body.variables });
      return reply(202, { id: params.id });
    },
  }),
];
