import { z } from 'zod';
import { reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { mergeTickets, splitTicket } from '../models/merge-tickets.ts';
import { newTicket } from '../models/new-ticket.ts';

const permission = 'service.answer';
const tag = 'service';

/** Requests as wholes: noted by hand, put together, taken apart. */
export const ticketRoutes = (services: PluginServices): Route[] => [
  route({
    ...{ method: 'post', path: '/api/plugins/service/tickets', tag, permission },
    summary: 'A request with its first words: a call, a form, another program',
    body: z.strictObject({
      subject: z.string().trim().min(1).max(300),
      text: z.string().trim().min(1).max(100_000),
      channel: z.enum(['phone', 'form', 'portal', 'other']).default('phone'),
      requesterName: z.string().max(200).optional(),
      requesterEmail: z.email().max(254).optional(),
      contact: z.uuid().optional(),
      account: z.uuid().optional(),
      deal: z.uuid().optional(),
      queue: z.uuid().optional(),
      priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
    }),
    run: async ({ actor, body }) => reply(201, await newTicket(services, actor, body)),
  }),
  route({
    ...{ method: 'post', path: '/api/plugins/service/tickets/{id}/merge', tag, permission },
    summary: 'Put other requests into this one',
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({ from: z.array(z.uuid()).min(1).max(50) }),
    run: async ({ actor, params, body }) =>
      reply(200, await mergeTickets(services, actor, { into: params.id, from: body.from })),
  }),
  route({
    ...{ method: 'post', path: '/api/plugins/service/messages/{id}/split', tag, permission },
    summary: 'Make a request of its own out of one message',
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({ subject: z.string().trim().min(1).max(300).optional() }),
    run: async ({ actor, params, body }) =>
      reply(201, await splitTicket(services, actor, { message: params.id, subject: body.subject })),
  }),
];
