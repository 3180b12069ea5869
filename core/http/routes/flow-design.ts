/** What the designer keeps on the server: drafts, who else draws, and what a deployment would mean. */
import { z } from 'zod';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { diagram, text } from './flow-shapes.ts';

const key = z.object({ key: z.string().min(1).max(200) });
const tab = key.extend({ tab: z.uuid() });
const version = z.number().int().min(0);

type FlowServices = Pick<Services, 'flows'>;

export const flowDesignRoutes = (services: FlowServices): Route[] => [
  ...draftRoutes(services),
  ...editorRoutes(services),
  ...planRoutes(services),
  ...figureRoutes(services),
];

const draftRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'get',
    path: '/api/flow-names',
    summary:
      'Names in the diagrams of plugins that read otherwise in one’s own language: as drawn, and as said',
    tag: 'flows',
    permission: 'signed-in',
    run: async ({ actor }) => reply(200, { names: await flows.names({ actor }) }),
  }),
  route({
    method: 'get',
    path: '/api/starters',
    summary: 'Complete flows to begin with, with their diagrams',
    tag: 'flows',
    permission: 'flows.deploy',
    run: async ({ actor }) => reply(200, await flows.starters({ actor })),
  }),
  route({
    method: 'get',
    path: '/api/drafts',
    summary: 'One’s own drafts of flows, newest first',
    tag: 'flows',
    permission: 'flows.deploy',
    run: async ({ actor }) => reply(200, await flows.drafts({ actor })),
  }),
  route({
    method: 'get',
    path: '/api/flows/{key}/draft',
    summary: 'One’s own draft of a flow, or null',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    run: async ({ actor, params }) => reply(200, { draft: await flows.draft({ actor, flow: params.key }) }),
  }),
  route({
    method: 'put',
    path: '/api/flows/{key}/draft',
    summary: 'Keeps one’s own draft; 409 with the other one when another tab saved meanwhile',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    body: z.object({ base: version, name: text.max(500), xml: diagram, rev: z.number().int().min(0) }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.saveDraft({ actor, flow: params.key, ...body })),
  }),
  route({
    method: 'delete',
    path: '/api/flows/{key}/draft',
    summary: 'Throws one’s own draft away',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    run: async ({ actor, params }) => {
      await flows.dropDraft({ actor, flow: params.key });
      return reply(204);
    },
  }),
];

const editorRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'put',
    path: '/api/flows/{key}/editors/{tab}',
    summary: 'Says that somebody draws on this flow; answers who else does',
    tag: 'flows',
    permission: 'flows.deploy',
    params: tab,
    body: z.object({ base: version, isChanged: z.boolean() }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.keepEditor({ actor, flow: params.key, tab: params.tab, ...body })),
  }),
  route({
    method: 'delete',
    path: '/api/flows/{key}/editors/{tab}',
    summary: 'Says that this tab draws no more',
    tag: 'flows',
    permission: 'flows.deploy',
    params: tab,
    run: async ({ params }) => {
      await flows.leaveEditor({ flow: params.key, tab: params.tab });
      return reply(204);
    },
  }),
];

const planRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'post',
    path: '/api/flows/{key}/plan',
    summary: 'What deploying this diagram would mean for running instances; nothing is changed',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    body: z.object({
      xml: diagram,
      mapping: z.record(z.string().max(500), z.string().max(500)).default({}),
    }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.planDeployment({ actor, flow: params.key, ...body })),
  }),
];

const figureRoutes = ({ flows }: FlowServices): Route[] => [
  route({
    method: 'get',
    path: '/api/flows/{key}/figures',
    summary: 'Counts, durations and failures of each element, from the newest runs of a version',
    tag: 'flows',
    permission: 'flows.operate',
    params: key,
    query: z.object({ version: z.coerce.number().int().positive(), from: z.iso.datetime().optional() }),
    run: async ({ params, query }) =>
      reply(
        200,
        await flows.figures({
          flow: params.key,
          version: query.version,
          from: query.from ? new Date(query.from) : null,
        }),
      ),
  }),
];
