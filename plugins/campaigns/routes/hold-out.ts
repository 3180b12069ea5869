import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { compareHoldOut } from '../models/hold-out/compare.ts';
import { readGroups } from '../models/hold-out/read-groups.ts';

/** What a journey brought beside those it held out. */
export const holdOutRoutes = (plugin: PluginServices): Route[] => [
  route({
    method: 'get',
    path: '/api/plugins/campaigns/hold-out/{journey}',
    summary:
      'Conversion and revenue of those a journey reached beside those it held out, with the difference and its interval',
    tag: 'campaigns',
    permission: 'outbox.read',
    params: z.object({ journey: z.string().min(1).max(120) }),
    run: async ({ actor, params: { journey } }) => {
      const { currency } = await plugin.company();
      const { reached, heldOut } = await readGroups(plugin.records(actor), { journey, currency });
      const counts = { reached: reached.of, heldOut: heldOut.of };
      return reply(200, { currency, counts, compared: compareHoldOut(reached, heldOut) });
    },
  }),
];
