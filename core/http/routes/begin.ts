import { readBegin } from '../../screen/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

export const beginRoutes = (services: Pick<Services, 'sql' | 'registry' | 'access' | 'records'>): Route[] => [
  route({
    method: 'get',
    path: '/api/begin',
    summary: 'Where to begin in a new company: what is left to do for the one who asks',
    tag: 'meta',
    permission: 'signed-in',
    run: async ({ actor }) => reply(200, await readBegin(services, actor)),
  }),
];
