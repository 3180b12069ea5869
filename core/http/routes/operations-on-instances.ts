import { z } from 'zod';
import { operationKinds } from '../../flow/operations/operation.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { byId, instanceFilter, paging, variables } from './flow-shapes.ts';

const filter = z.strictObject({
  ...instanceFilter,
  version: z.number().int().positive().optional(),
  isStuck: z.boolean().optional(),
  variable: z
    .strictObject({ name: z.string().min(1).max(200), value: variables.valueType.optional() })
    .optional(),
});
const selection = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(10_000) }),
  z.strictObject({ filter }),
]);
const mapping = z.record(z.string().max(500), z.string().max(500)).default({});
const versions = { from: z.number().int().positive(), to: z.number().int().positive(), mapping };

type FlowServices = Pick<Services, 'flows'>;

export const instanceOperationRoutes = (services: FlowServices): Route[] => [
  ...bulkRoutes(services),
  ...migrateRoutes(services),
  ...progressRoutes(services),
];

const bulkRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'post',
    path: '/api/instances/bulk',
    summary: 'Retries, resolves, cancels, suspends or resumes many instances in the background',
    tag: 'instances',
    permission: 'flows.operate',
    body: z.object({
      do: z.enum(operationKinds).exclude(['migrate']),
      selection,
      reason: z.string().max(1_000).optional(),
    }),
    run: async ({ actor, body }) =>
      reply(
        202,
        await flows.startOperation({
          actor,
          kind: body.do,
          selection: body.selection,
          options: { reason: body.reason },
        }),
      ),
  }),
];

const migrateRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'post',
    path: '/api/flows/{key}/migrate',
    summary: 'Moves running instances to another version; `dryRun` only says what would not fit',
    tag: 'flows',
    permission: 'flows.operate',
    params: z.object({ key: z.string().min(1).max(200) }),
    body: z.object({ ...versions, dryRun: z.boolean().default(false) }),
    run: async ({ actor, params, body: { from, to, mapping, dryRun } }) => {
      const rehearsal = await flows.rehearse({ actor, flow: params.key, from, to, mapping });
      if (dryRun) return reply(200, rehearsal);
      const selection = { filter: { flow: params.key, version: from } };
      const options = { version: to, mapping };
      return reply(202, await flows.startOperation({ actor, kind: 'migrate', selection, options }));
    },
  }),
  route({
    method: 'post',
    path: '/api/instances/{id}/migrate',
    summary: 'Moves one instance to another version',
    tag: 'instances',
    permission: 'flows.operate',
    params: byId,
    body: z.object({ to: versions.to, mapping }),
    run: async ({ actor, params, body }) =>
      reply(
        200,
        await flows.operate({
          actor,
          id: params.id,
          command: { type: 'migrate', version: body.to, mapping: body.mapping },
        }),
      ),
  }),
];

const progressRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'get',
    path: '/api/operations',
    summary: 'What was done to many instances, newest first',
    tag: 'instances',
    permission: 'flows.operate',
    query: paging.pick({ limit: true, cursor: true }),
    run: async ({ actor, query }) => reply(200, await flows.operations({ actor, ...query })),
  }),
  route({
    method: 'get',
    path: '/api/operations/{id}',
    summary: 'How far it is, and what was refused',
    tag: 'instances',
    permission: 'flows.operate',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.operation({ actor, id: params.id })),
  }),
  route({
    method: 'post',
    path: '/api/operations/{id}/stop',
    summary: 'Begins no more; what was begun is done',
    tag: 'instances',
    permission: 'flows.operate',
    params: byId,
    run: async ({ actor, params }) => reply(200, await flows.stopOperation({ actor, id: params.id })),
  }),
];
