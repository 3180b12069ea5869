import { z } from 'zod';
import { donePage, leavePage } from '../../channel/index.ts';
import {
  addressOfLink,
  leaveByLink,
  listSubscriptions,
  removeSubscription,
  rhythms,
  saveSubscription,
  sendNow,
  type SendingParts,
} from '../../report/index.ts';
import type { Services } from '../../services.ts';
import { preferredLocale } from '../problem.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'reports';
const permission = 'signed-in';
const params = z.object({ id: z.uuid() });

export function subscriptionRoutes(services: Services): Route[] {
  const { identity, config } = services;
  const parts: SendingParts = {
    ...services,
    ...{ company: identity.company, actorFor: identity.actorFor, url: config.url },
  };
  return [...keepingRoutes(parts), ...leavingRoutes(services)];
}

const keepingRoutes = (parts: SendingParts): Route[] => [
  route({
    method: 'get',
    path: '/api/subscriptions',
    summary: 'The reports and dashboards that one gets by mail',
    tag,
    permission,
    run: async ({ actor }) => reply(200, { items: await listSubscriptions(parts, actor), next: null }),
  }),
  route({
    method: 'put',
    path: '/api/subscriptions',
    summary: 'Get a report or a dashboard by mail, or change how often and in which language',
    tag,
    permission,
    body: z.strictObject({
      kind: z.enum(['report', 'dashboard']),
      target: z.string().min(1).max(120),
      rhythm: z.enum(rhythms),
      language: z.enum(['en', 'zh-CN']),
    }),
    run: async ({ actor, body }) => reply(200, await saveSubscription(parts, body, actor)),
  }),
  route({
    method: 'post',
    path: '/api/subscriptions/{id}/send',
    summary: 'Get one mail of it now',
    tag,
    permission,
    params,
    run: async ({ actor, params: { id } }) => {
      await sendNow(parts, actor, id);
      return reply(204);
    },
  }),
  route({
    method: 'delete',
    path: '/api/subscriptions/{id}',
    summary: 'Get it by mail no more',
    tag,
    permission,
    params,
    run: async ({ actor, params: { id } }) => {
      await removeSubscription(parts, actor, id);
      return reply(204);
    },
  }),
];

const open = 'public: the link was sent to the subscriber, signed and for a time';
const token = z.object({ token: z.string().min(20).max(4_000) });

function leavingRoutes(services: Services): Route[] {
  const { registry, config, identity } = services;
  const speaker = async (request: Request) => {
    const language = preferredLocale(request.headers.get('accept-language'));
    const say = (key: string, given: Record<string, unknown> = {}): string =>
      registry.text(language, key, given);
    const { name: company } = await identity.company();
    return { language, say, company, purpose: say('report.subscription.mails') };
  };
  const html = (text: string): Response =>
    new Response(text, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  return [
    route({
      method: 'get',
      path: '/subscriptions/{token}',
      summary: 'Asks whether somebody wants a report or dashboard by mail no more; changes nothing',
      tag,
      permission: open,
      params: token,
      run: async ({ params: given, request }) => {
        const address = (await addressOfLink(services, given.token)) ?? '–';
        return html(leavePage({ ...(await speaker(request)), address }));
      },
    }),
    route({
      method: 'post',
      path: '/subscriptions/{token}',
      summary: 'No more of them: the one click of a mail program, or the button of the page',
      tag,
      permission: open,
      params: token,
      run: async ({ params: given, request }) => {
        await leaveByLink(services, given.token);
        const { say, language, company, purpose } = await speaker(request);
        const text = say('page.leave.done', { purpose });
        return html(donePage({ say, language, company, address: '', text, link: config.url }));
      },
    }),
  ];
}
