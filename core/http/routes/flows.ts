import { z } from 'zod';
import type { Services } from '../../services.ts';
import type { Value } from '../../flow/step/types.ts';
import { reply, route, type Route } from '../route.ts';
import { diagram, subjectText, text, variables } from './flow-shapes.ts';

const key = z.object({ key: z.string().min(1).max(200) });
const ofVersion = key.extend({
  version: z.union([z.literal('latest'), z.coerce.number().int().positive()]),
});
const subject = z.union([z.object({ entity: z.string(), id: z.uuid() }), subjectText]);
const start = z.strictObject({
  variables: variables.default({}),
  businessKey: z.string().max(200).optional(),
  subject: subject.optional(),
});
/** Many starts in one request; a file of them is the import's. */
const mostStarts = 20_000;
/** One shape, not two to choose from: a mistake in one of the items must not make the whole look like one start. */
const starts = start.extend({ items: z.array(start).min(1).max(mostStarts).optional() });

const deployment = z.object({
  xml: diagram,
  note: text.max(2_000).optional(),
  /** Refused when a newer version than this has been deployed. */
  base: z.object({ flow: z.string().max(200), version: z.number().int().min(0) }).optional(),
  restores: z.number().int().positive().optional(),
});

type FlowServices = Pick<Services, 'flows'>;

export const flowRoutes = (services: FlowServices): Route[] => [
  ...definitionRoutes(services),
  ...startRoutes(services),
];

const definitionRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'get',
    path: '/api/flows',
    summary: 'All flows in their latest version',
    tag: 'flows',
    permission: 'signed-in',
    run: async ({ actor }) => reply(200, await flows.list({ actor })),
  }),
  route({
    method: 'post',
    path: '/api/flows',
    summary: 'Deploys every executable process of a BPMN file',
    tag: 'flows',
    permission: 'flows.deploy',
    query: z.object({ ignoreTests: z.enum(['true', 'false']).default('false') }),
    body: deployment,
    run: async ({ actor, body, query }) =>
      reply(201, await flows.deploy({ actor, ...body, isUntested: query.ignoreTests === 'true' })),
  }),
  route({
    method: 'get',
    path: '/api/flows/{key}/versions',
    summary: 'Versions of a flow, newest first',
    tag: 'flows',
    permission: 'signed-in',
    params: key,
    run: async ({ params }) => reply(200, await flows.versions(params.key)),
  }),
  route({
    method: 'get',
    path: '/api/flows/{key}/versions/{version}',
    summary: 'One version with its XML; `latest` is one too',
    tag: 'flows',
    permission: 'signed-in',
    params: ofVersion,
    run: async ({ params }) => reply(200, await flows.version(params.key, params.version)),
  }),
  route({
    method: 'get',
    path: '/api/flows/{key}/versions/{version}/elements',
    summary: 'Where a token can stand in one version, by name',
    tag: 'flows',
    permission: 'signed-in',
    params: ofVersion,
    run: async ({ actor, params }) => reply(200, await flows.elements({ actor, ...params })),
  }),
  route({
    method: 'get',
    path: '/api/flows/{key}/tokens',
    summary: 'How many tokens stand where',
    tag: 'flows',
    permission: 'flows.watch',
    params: key,
    run: async ({ params }) => reply(200, await flows.tokens(params.key)),
  }),
];

const startRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'post',
    path: '/api/flows/{key}/instances',
    summary: 'Starts one instance, or many',
    tag: 'flows',
    // Who may start without a subject, and with which, is asked of the flow and the record.
    permission: 'signed-in',
    params: key,
    body: starts,
    run: async ({ actor, params, body, firstId }) => {
      const { items, ...item } = body;
      const common = { actor, flow: params.key, firstId };
      if (items === undefined) return reply(201, await flows.start({ ...common, item: itemOf(item) }));
      return reply(202, await flows.startMany({ ...common, items: items.map(itemOf) }));
    },
  }),
];

const itemOf = (given: z.output<typeof start>) => ({
  ...given,
  variables: given.variables satisfies Record<string, Value>,
});
