import { z } from 'zod';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { byId, paging, subjectText, variables } from './flow-shapes.ts';

/** All are for whoever is signed in: which items one sees and may act on, the items themselves say. */
export const workItemRoutes = ({ flows }: Pick<Services, 'flows'>): Route[] => [
  route({
    method: 'get',
    path: '/api/work-items',
    summary: 'Work items that one may see, newest first',
    tag: 'work items',
    permission: 'signed-in',
    query: paging.extend({
      assignee: z.union([z.literal('me'), z.literal('nobody'), z.uuid()]).optional(),
      instance: z.uuid().optional(),
      subject: subjectText.optional(),
      flow: z.string().optional(),
      state: z.enum(['open', 'completed', 'cancelled']).default('open'),
    }),
    run: async ({ actor, query }) => reply(200, await flows.workItems({ actor, ...query })),
  }),
  route({
    method: 'get',
    path: '/api/work-items/{id}',
    summary: 'One work item',
    tag: 'work items',
    permission: 'signed-in',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.workItem({ actor, id: params.id })),
  }),
  route({
    method: 'post',
    path: '/api/work-items/{id}/claim',
    summary: 'Takes a work item that nobody has',
    tag: 'work items',
    permission: 'signed-in',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.claim({ actor, id: params.id })),
  }),
  route({
    method: 'post',
    path: '/api/work-items/{id}/release',
    summary: 'Gives a work item back to its candidates',
    tag: 'work items',
    permission: 'signed-in',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.release({ actor, id: params.id })),
  }),
  route({
    method: 'post',
    path: '/api/work-items/{id}/delegate',
    summary: 'Gives a work item to another person',
    tag: 'work items',
    permission: 'signed-in',
    params: byId,
    body: z.object({ assignee: z.uuid() }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.delegate({ actor, id: params.id, to: body.assignee })),
  }),
  route({
    method: 'post',
    path: '/api/work-items/{id}/complete',
    summary: 'Completes a work item with what was filled in',
    tag: 'work items',
    permission: 'signed-in',
    params: byId,
    body: z.object({ variables: variables.default({}) }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.complete({ actor, id: params.id, variables: body.variables })),
  }),
];
