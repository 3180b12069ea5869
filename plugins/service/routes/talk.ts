import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { statusIds } from '../entities/ticket.ts';
import { keepDraft } from '../models/keep-draft.ts';
import { readTalk } from '../models/read-talk.ts';
import { mostFiles } from '../models/attach-files.ts';
import { say } from '../models/say.ts';

const params = z.object({ id: z.uuid() });
const kind = z.enum(['outbound', 'note', 'inbound']);
const permission = 'service.answer';
const tag = 'service';

/** The conversation of a request: what was said, what is being written, what is said next. */
export const talkRoutes = (services: PluginServices): Route[] => [
  route({
    ...{ method: 'get', path: '/api/plugins/service/tickets/{id}/talk', tag, permission, params },
    summary: 'Everything said about a request, the own draft, who else writes, and canned replies',
    run: async ({ actor, params: { id } }) => reply(200, await readTalk(services, actor, id)),
  }),
  route({
    ...{ method: 'post', path: '/api/plugins/service/tickets/{id}/messages', tag, permission, params },
    summary: 'Answer the customer, note something for the others, or log what the customer said on the phone',
    body: z.strictObject({
      kind,
      text: z.string().trim().min(1).max(100_000),
      status: z.enum(statusIds).optional(),
      seen: z.uuid().nullable().optional(),
      isForced: z.boolean().optional(),
      mentions: z.array(z.uuid()).max(50).default([]),
      files: z.array(z.uuid()).max(mostFiles).default([]),
    }),
    run: async ({ actor, params: { id }, body }) => {
      const message = await say(services, actor, id, body);
      await keepDraft(services, { actor, id, draft: { kind: body.kind, text: '' } });
      return reply(201, message);
    },
  }),
  route({
    ...{ method: 'put', path: '/api/plugins/service/tickets/{id}/draft', tag, permission, params },
    summary: 'Keep what one is writing; empty puts it away',
    body: z.strictObject({ kind, text: z.string().max(100_000) }),
    run: async ({ actor, params: { id }, body }) => {
      await keepDraft(services, { actor, id, draft: body });
      return reply(204);
    },
  }),
];
