import { z } from 'zod';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { byId, instanceFilter, paging, variables, variableText } from './flow-shapes.ts';

const asked = {
  ...instanceFilter,
  version: z.coerce.number().int().positive().optional(),
  stuck: z.stringbool().optional(),
};

type InstanceServices = Pick<Services, 'flows'>;

export const instanceRoutes = (services: InstanceServices): Route[] => [
  ...readRoutes(services),
  ...pastRoutes(services),
  ...operateRoutes(services),
];

const readRoutes = ({ flows }: InstanceServices): Route[] => [
  route({
    method: 'get',
    path: '/api/instances',
    summary: 'Instances, newest first',
    tag: 'instances',
    // Without the permission to operate flows one must ask about a record that one sees.
    permission: 'signed-in',
    query: paging
      .extend(asked)
      .extend({ variable: z.string().min(1).max(200).optional(), value: variableText.optional() }),
    run: async ({ actor, query: { variable, value, stuck, ...query } }) =>
      reply(
        200,
        await flows.instances({
          actor,
          ...query,
          isStuck: stuck,
          variable: variable === undefined ? undefined : { name: variable, value },
        }),
      ),
  }),
  route({
    method: 'get',
    path: '/api/instances/{id}',
    summary: 'One instance: state, tokens, variables, incidents',
    tag: 'instances',
    permission: 'signed-in',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.instance({ actor, id: params.id })),
  }),
];

const pastRoutes = ({ flows }: InstanceServices): Route[] => [
  route({
    method: 'get',
    path: '/api/instances/{id}/story',
    summary: 'What happened in an instance, in sentences of the reader’s language',
    tag: 'instances',
    permission: 'signed-in',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.story({ actor, id: params.id })),
  }),
  route({
    method: 'get',
    path: '/api/instances/{id}/history',
    summary: 'What happened in an instance, in order',
    tag: 'instances',
    permission: 'signed-in',
    params: byId,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
      flows: z.stringbool().default(false),
    }),
    run: async ({ actor, params, query }) =>
      reply(200, await flows.history({ actor, id: params.id, limit: query.limit, hasFlows: query.flows })),
  }),
];

const token = z.number().int().positive();
const scope = z.number().int().min(0).optional();
const change = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('move'), token, to: z.string().max(500), scope }),
  z.strictObject({ do: z.literal('add'), to: z.string().max(500), scope }),
  z.strictObject({ do: z.literal('cancel'), token }),
]);

const operateRoutes = ({ flows }: InstanceServices): Route[] => [
  ...(['suspend', 'resume'] as const).map((type) =>
    route({
      method: 'post',
      path: `/api/instances/{id}/${type}`,
      summary: `Instance: ${type}`,
      tag: 'instances',
      permission: 'flows.operate',
      params: byId,
      run: async ({ actor, params }) =>
        reply(200, await flows.operate({ actor, id: params.id, command: { type } })),
    }),
  ),
  route({
    method: 'post',
    path: '/api/instances/{id}/cancel',
    summary: 'Ends an instance: terminated',
    tag: 'instances',
    permission: 'flows.operate',
    params: byId,
    body: z.object({ reason: z.string().max(1_000).optional() }),
    run: async ({ actor, params, body }) =>
      reply(
        200,
        await flows.operate({ actor, id: params.id, command: { type: 'cancel', reason: body.reason } }),
      ),
  }),
  route({
    method: 'post',
    path: '/api/instances/{id}/variables',
    summary: 'Sets variables, to repair an instance',
    tag: 'instances',
    permission: 'flows.operate',
    params: byId,
    body: z.object({ variables }),
    run: async ({ actor, params, body }) =>
      reply(
        200,
        await flows.operate({
          actor,
          id: params.id,
          command: { type: 'set-variables', variables: body.variables },
        }),
      ),
  }),
  route({
    method: 'post',
    path: '/api/instances/{id}/modify',
    summary: 'Moves, adds and cancels tokens, all at once or not at all',
    tag: 'instances',
    permission: 'flows.operate',
    params: byId,
    body: z.object({ changes: z.array(change).min(1).max(100), variables: variables.optional() }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.operate({ actor, id: params.id, command: { type: 'modify', ...body } })),
  }),
  route({
    method: 'post',
    path: '/api/instances/{id}/activate',
    summary: 'Lets elements of an ad-hoc sub-process begin',
    tag: 'instances',
    // Operators, and whoever sees the instance and has the role that the lane of the sub-process names.
    permission: 'signed-in',
    params: byId,
    body: z.object({ scope: token, elements: z.array(z.string().max(500)).min(1).max(100) }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.activate({ actor, id: params.id, ...body })),
  }),
];
