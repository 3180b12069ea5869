import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { askForLink } from '../models/portal/ask-for-link.ts';
import { endPortal, openPortal, visitor } from '../models/portal/portal-session.ts';
import { pageFor, siteOf, siteOrigins } from '../models/portal/site.ts';

const tag = 'portal';
const base = '/api/plugins/service/sites/{site}/portal';
const params = z.object({ site: z.string().max(40) });
const language = z.enum(['en', 'zh-CN']).default('en');

/** In by a link that a mail brings, and out again. */
export function portalSessionRoutes(services: PluginServices): Route[] {
  const origins = siteOrigins(services);
  return [
    route({
      ...{ method: 'post', path: `${base}/links`, tag, params, origins },
      permission: 'public: a link goes to the address alone, and the answer is the same for every address',
      summary: 'Have a link sent that signs one in',
      body: z.strictObject({
        email: z.string().trim().max(254),
        language,
        page: z.string().max(2_000).optional(),
      }),
      rate: { most: 10, seconds: 600 },
      run: async ({ params: { site }, body }) => {
        const page = pageFor(services, await siteOf(services, site), body.page);
        await askForLink(services, { ...body, page });
        return reply(204);
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/sessions`, tag, params, origins },
      permission: 'public: the signed key out of the mail opens it, once',
      summary: 'Sign in with the key of a link',
      body: z.strictObject({ key: z.string().min(1).max(2_000) }),
      rate: { most: 30, seconds: 60 },
      run: async ({ body: { key } }) => reply(201, await openPortal(services, key)),
    }),
    route({
      ...{ method: 'post', path: `${base}/sessions/end`, tag, params, origins },
      permission: 'public: the pass of the visitor says whose session it is',
      summary: 'Sign out: the pass is good for nothing from then on',
      rate: { most: 30, seconds: 60 },
      run: async ({ request }) => {
        await endPortal(services, await visitor(services, request));
        return reply(204);
      },
    }),
  ];
}
