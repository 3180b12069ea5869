import { z } from 'zod';
import { Problem, reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { answerSurvey, openSurvey } from '../models/answer-survey.ts';
import { acceptedLocale } from '../models/accepted-locale.ts';
import { ownRequest, ownRequests, ownTalk, requestOf } from '../models/portal/own-requests.ts';
import { receiveFile } from '../models/receive-file.ts';
import { visitor } from '../models/portal/portal-session.ts';
import { siteOf, siteOrigins } from '../models/portal/site.ts';
import { writeAnswer, writeRequest } from '../models/portal/write-request.ts';

const tag = 'portal';
const base = '/api/plugins/service/sites/{site}/portal/requests';
const permission = 'public: the pass of the visitor opens the requests of their address, and nothing else';
const params = z.object({ site: z.string().max(40) });
const withId = params.extend({ id: z.uuid() });
const text = z.string().trim().min(1).max(20_000);
const reading = { most: 240, seconds: 60 };
const writing = { most: 20, seconds: 60 };

const asked = (request: Request, id: string) => ({ id, locale: acceptedLocale(request) });

/** A customer's own requests. */
export function portalRequestRoutes(services: PluginServices): Route[] {
  const origins = siteOrigins(services);
  return [
    route({
      ...{ method: 'get', path: base, tag, permission, params, origins, rate: reading },
      summary: 'The requests of the visitor, the latest first',
      run: async ({ request }) => {
        const who = await visitor(services, request);
        const items = await ownRequests(services, who);
        return reply(200, { items, email: who.email, name: who.name });
      },
    }),
    route({
      ...{ method: 'get', path: `${base}/{id}`, tag, permission, params: withId, origins, rate: reading },
      summary: 'What was said about one of them',
      run: async ({ request, params: { id } }) =>
        reply(200, await ownTalk(services, await visitor(services, request), asked(request, id))),
    }),
    route({
      ...{ method: 'post', path: base, tag, permission, params, origins, rate: writing },
      summary: 'A new request',
      body: z.strictObject({ subject: z.string().trim().min(1).max(300), text }),
      run: async ({ request, params: { site }, body }) => {
        const who = await visitor(services, request);
        const { queue } = await siteOf(services, site);
        return reply(201, requestOf(await writeRequest(services, who, { ...body, queue })));
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/{id}/messages`, tag, permission, params: withId, origins },
      summary: 'Say more about one of them',
      rate: writing,
      body: z.strictObject({ text }),
      run: async ({ request, params: { id }, body }) => {
        const who = await visitor(services, request);
        await writeAnswer(services, who, { id, text: body.text });
        return reply(201, await ownTalk(services, who, asked(request, id)));
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/{id}/survey`, tag, permission, params: withId, origins },
      summary: 'Answer how it was',
      rate: writing,
      body: z.strictObject({
        score: z.number().int().min(0).max(10),
        comment: z.string().max(5_000).default(''),
      }),
      run: async ({ request, params: { id }, body }) => {
        const who = await visitor(services, request);
        const records = services.records(services.self);
        await ownRequest(records, who, id);
        const survey = await openSurvey(records, { ticket: id, email: who.email, now: services.now() });
        if (!survey) throw new Problem({ status: 410, code: 'service-survey-gone' });
        await answerSurvey(services, survey, body);
        return reply(204);
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/{id}/files`, tag, permission, params: withId, origins },
      summary: 'Hang a file on one of them: the bytes as the body',
      rate: writing,
      query: z.object({ name: z.string().max(400) }),
      run: async ({ request, params: { id }, query: { name } }) => {
        const who = await visitor(services, request);
        await ownRequest(services.records(services.self), who, id);
        const say = (text: string) => writeAnswer(services, who, { id, text });
        await receiveFile(services, { request, name, say });
        return reply(201, await ownTalk(services, who, asked(request, id)));
      },
    }),
  ];
}
