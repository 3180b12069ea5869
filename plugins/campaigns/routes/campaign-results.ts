import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { campaignCompared } from '../models/campaign-compared.ts';
import { campaignReach } from '../models/campaign-reach.ts';
import { campaignResults } from '../models/campaign-results.ts';

/** What a campaign brought. */
export const campaignResultRoutes = (plugin: PluginServices): Route[] => [
  route({
    method: 'get',
    path: '/api/plugins/campaigns/results/{id}',
    summary: 'What became of what a campaign sent, what it brought, and how far it is to its goal',
    tag: 'campaigns',
    permission: 'outbox.read',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) => reply(200, await campaignResults(plugin, actor, params.id)),
  }),
  route({
    method: 'get',
    path: '/api/plugins/campaigns/reach/{id}',
    summary: 'How many of its audience a campaign can write to, and what keeps it from the others',
    tag: 'campaigns',
    permission: 'outbox.read',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) => reply(200, await campaignReach(plugin, actor, params.id)),
  }),
  route({
    method: 'get',
    path: '/api/plugins/campaigns/compared/{id}',
    summary: 'The days of a campaign beside as many before it: of those it wrote to, and of the company',
    tag: 'campaigns',
    permission: 'outbox.read',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) => reply(200, await campaignCompared(plugin, actor, params.id)),
  }),
];
