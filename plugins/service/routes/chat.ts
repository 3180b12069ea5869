import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { chatOf, leaveEmail, readChat, sayInChat } from '../models/chat/chat-talk.ts';
import { seenInChat } from '../models/chat/seen-in-chat.ts';
import { chatChallenge, startChat } from '../models/chat/start-chat.ts';
import { receiveFile } from '../models/receive-file.ts';
import { siteOf, siteOrigins } from '../models/portal/site.ts';

const tag = 'chat';
const base = '/api/plugins/service/sites/{site}/chat';
const params = z.object({ site: z.string().max(40) });
const text = z.string().trim().min(1).max(4_000);
const language = z.enum(['en', 'zh-CN']).default('en');
const beginning =
  'public: visitors of a page ask something; its key, the allowed pages and a challenge stand before it';
const going = 'public: the pass that was given when the chat began opens this one chat';

/** A chat on a page: with a bot that is a flow, then with a person. */
export function chatRoutes(services: PluginServices): Route[] {
  const origins = siteOrigins(services);
  return [
    route({
      ...{ method: 'get', path: base, tag, permission: beginning, params, origins },
      summary: 'What a chat begins with, and a challenge that is good for a while',
      query: z.object({ language }),
      rate: { most: 60, seconds: 60 },
      run: async ({ params: { site: key }, query }) => {
        const { greeting } = await siteOf(services, key);
        const challenge = chatChallenge(services, key);
        return reply(200, { greeting: greeting[query.language], challenge }, { 'cache-control': 'no-store' });
      },
    }),
    route({
      ...{ method: 'post', path: base, tag, permission: beginning, params, origins },
      summary: 'Begin a chat with the first question',
      body: z.strictObject({
        challenge: z.string().max(2_000),
        text,
        name: z.string().trim().max(120).default(''),
        website: z.string().max(500).default(''),
        language,
      }),
      rate: { most: 10, seconds: 600 },
      run: async ({ params: { site: key }, body }) => {
        const name = body.name || services.text(body.language, 'service.chat.visitor');
        const began = { ...body, name, email: '' };
        const site = await siteOf(services, key);
        return reply(201, { pass: await startChat(services, { site, key, began }) });
      },
    }),
    route({
      ...{ method: 'get', path: `${base}/talk`, tag, permission: going, params, origins },
      summary: 'What was said, and who has it',
      rate: { most: 240, seconds: 60 },
      run: async ({ request }) => {
        const talk = await readChat(services, await chatOf(services, request));
        await seenInChat(services, talk);
        return reply(200, talk);
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/messages`, tag, permission: going, params, origins },
      summary: 'Say more, ask for a person, or say that it helped',
      body: z.strictObject({ text, want: z.enum(['question', 'person', 'helped']).default('question') }),
      rate: { most: 40, seconds: 60 },
      run: async ({ request, body }) => {
        const ticket = await chatOf(services, request);
        await sayInChat(services, ticket, body);
        return reply(201, await readChat(services, ticket));
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/files`, tag, permission: going, params, origins },
      summary:
        'Show a file: the bytes as the body. Where the bot has the chat, a person is asked to look at it',
      rate: { most: 20, seconds: 60 },
      query: z.object({ name: z.string().max(400) }),
      run: async ({ request, query: { name } }) => {
        const ticket = await chatOf(services, request);
        const say = (text: string) => sayInChat(services, ticket, { text, want: 'person' });
        await receiveFile(services, { request, name, say });
        return reply(201, await readChat(services, await chatOf(services, request)));
      },
    }),
    route({
      ...{ method: 'post', path: `${base}/contact`, tag, permission: going, params, origins },
      summary: 'Leave an address for answers that come later',
      body: z.strictObject({ email: z.string().trim().max(254) }),
      rate: { most: 10, seconds: 600 },
      run: async ({ request, body: { email } }) => {
        const ticket = await chatOf(services, request);
        return reply(200, await readChat(services, await leaveEmail(services, ticket, email)));
      },
    }),
  ];
}
