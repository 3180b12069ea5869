import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { acceptedLocale } from '../models/accepted-locale.ts';
import { siteOrigins } from '../models/portal/site.ts';
import { countHelp, publishedArticle } from '../models/published-article.ts';
import { searchArticles } from '../models/suggest-articles.ts';

const tag = 'portal';
const base = '/api/plugins/service/sites/{site}/articles';
const permission = 'public: what was approved and published is for every customer';
const params = z.object({ site: z.string().max(40) });
const withId = params.extend({ id: z.uuid() });
const mostFound = 20;

/** The knowledge base for widgets on pages: searched while somebody writes, read in place. */
export function portalArticleRoutes(services: PluginServices): Route[] {
  const origins = siteOrigins(services);
  return [
    route({
      ...{ method: 'get', path: base, tag, permission, params, origins, rate: { most: 240, seconds: 60 } },
      summary: 'Published articles, those first that fit best',
      query: z.object({
        q: z.string().max(2_000).default(''),
        limit: z.coerce.number().int().min(1).max(mostFound).default(mostFound),
      }),
      run: async ({ query: { q, limit }, request }) => {
        const reader = acceptedLocale(request);
        const items = (await searchArticles(services, { query: q, reader })).slice(0, limit);
        return reply(200, { items: items.map(({ id, title, summary }) => ({ id, title, summary })) });
      },
    }),
    route({
      ...{ method: 'get', path: `${base}/{id}`, tag, permission, params: withId, origins },
      summary: 'One article, as it was published last',
      rate: { most: 240, seconds: 60 },
      run: async ({ params: { id } }) => {
        const { title, summary, body, publishedAt } = await publishedArticle(services, id);
        return reply(200, { id, title, summary: summary ?? '', html: body, publishedAt });
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/{id}/feedback`, tag, permission, params: withId, origins },
      summary: 'Say whether an article helped',
      body: z.strictObject({ hasHelped: z.boolean() }),
      rate: { most: 20, seconds: 60 },
      run: async ({ params: { id }, body: { hasHelped } }) => {
        await countHelp(services, { id, hasHelped });
        return reply(204);
      },
    }),
  ];
}
