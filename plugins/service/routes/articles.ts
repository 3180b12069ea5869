import { z } from 'zod';
import {
  escapeHtml,
  reply,
  route,
  type Locale,
  type PluginServices,
  type Route,
} from '../../../core/index.ts';
import { acceptedLocale } from '../models/accepted-locale.ts';
import { page } from '../models/company-page.ts';
import { countHelp, publishedArticle } from '../models/published-article.ts';
import { searchArticles, suggestArticles } from '../models/suggest-articles.ts';

const tag = 'service';
const permission = 'public: what was approved and published is for every customer';
const base = '/api/plugins/service/articles';

/** The knowledge base: for who answers, and for who has the question. */
export const articleRoutes = (services: PluginServices): Route[] => [
  route({
    ...{
      method: 'get',
      path: '/api/plugins/service/tickets/{id}/articles',
      tag,
      permission: 'service.answer',
    },
    summary: 'Published articles that may answer a request',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) =>
      reply(200, { items: await suggestArticles(services, actor, params.id) }),
  }),
  route({
    ...{ method: 'get', path: base, tag, permission },
    summary: 'A page to search all articles',
    query: z.object({ q: z.string().max(500).default('') }),
    run: async ({ query: { q }, request }) => {
      const { say, locale } = reader(services, request);
      const found = (await searchArticles(services, { query: q })).slice(0, 50);
      const items = found.map(
        ({ url, title, summary }) =>
          `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a><br>${escapeHtml(summary)}</li>`,
      );
      const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${escapeHtml(say('none'))}</p>`;
      const body = `<form><input name="q" value="${escapeHtml(q)}" aria-label="${escapeHtml(say('search'))}" style="font:inherit;width:60%"> <button>${escapeHtml(say('search'))}</button></form>${list}`;
      return page(services, { locale, title: say('title'), text: say('text'), body });
    },
  }),
  route({
    ...{ method: 'get', path: `${base}/{id}`, tag, permission },
    summary: 'One article, as it was published last',
    params: z.object({ id: z.uuid() }),
    run: async ({ params: { id }, request }) => {
      const { say, locale } = reader(services, request);
      const { title, summary, body } = await publishedArticle(services, id);
      // The body is what the field let through: nothing of it runs.
      const ask = `<form method="post"><p>${escapeHtml(say('helped'))} <button name="helped" value="yes">${escapeHtml(say('yes'))}</button> <button name="helped" value="no">${escapeHtml(say('no'))}</button></p></form><p><a href="${base}">${escapeHtml(say('all'))}</a></p>`;
      return page(services, {
        locale,
        title: String(title),
        text: String(summary ?? ''),
        body: `${String(body)}${ask}`,
      });
    },
  }),
  route({
    ...{ method: 'post', path: `${base}/{id}`, tag, permission },
    summary: 'Say whether an article helped',
    params: z.object({ id: z.uuid() }),
    run: async ({ params: { id }, request }) => {
      const { say, locale } = reader(services, request);
      const form = new URLSearchParams((await request.text()).slice(0, 1_000));
      await countHelp(services, { id, hasHelped: form.get('helped') === 'yes' });
      return page(services, { locale, title: say('thanks'), text: say('thanksText') });
    },
  }),
];

function reader(services: PluginServices, request: Request): { say(name: string): string; locale: Locale } {
  const locale = acceptedLocale(request);
  return { locale, say: (name) => services.text(locale, `service.articles.${name}`) };
}
