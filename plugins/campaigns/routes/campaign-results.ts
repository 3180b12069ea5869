import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { campaignResults } from '../models/campaign-results.ts';

/** What a campaign brought. */
export const campaignResultRoutes = (plugin: PluginServices): Route[] => [
  route({
    method: 'get',
    path: '/api/plugins/campaigns/results/{id}',
    summary:
      'What became of what a campaign sent, what it brought and cost, beside the same number of days before',
    tag: 'campaigns',
    permission: 'outbox.read',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) => reply(200, await campaignResults(plugin, actor, params.id)),
  }),
];
