import { z } from 'zod';
import { listMessages, outboxFigures, readMessage, sendAgain, stopMessages } from '../../channel/index.ts';
import type { Services } from '../../services.ts';
import { readableMessages, type NamingServices } from '../readable-messages.ts';
import { reply, route, type Route } from '../route.ts';

type OutboxServices = NamingServices & Pick<Services, 'clock' | 'config' | 'channels'>;

const ids = z.object({ ids: z.array(z.uuid()).min(1).max(1_000) });

export const outboxRoutes = (services: OutboxServices): Route[] => [
  route({
    method: 'get',
    path: '/api/outbox',
    summary: 'Everything that was, is being and will be sent, latest first',
    tag: 'outbox',
    permission: 'outbox.read',
    query: z.object({
      state: z.enum(['waiting', 'sending', 'sent', 'trial', 'refused', 'failed', 'cancelled']).optional(),
      channel: z.string().max(40).optional(),
      search: z.string().max(200).optional(),
      record: z.uuid().optional(),
      campaign: z.string().max(100).optional(),
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    run: async ({ actor, query }) => {
      const { sql, clock, config, registry, channels } = services;
      const { items, next } = await listMessages(sql, query);
      const isTrial = config.isTrial || !config.smtpUrl;
      return reply(200, {
        items: await readableMessages(services, items, actor.locale),
        ...{ next, figures: await outboxFigures(sql, clock.now()), isTrial },
        channels: channels().map(({ id, text }) => ({ id, name: registry.text(actor.locale, text) })),
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/outbox/{id}',
    summary: 'One message, with what it says',
    tag: 'outbox',
    permission: 'outbox.read',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) => {
      const message = await readMessage(services.sql, params.id);
      const [readable] = await readableMessages(services, [message], actor.locale);
      return reply(200, readable);
    },
  }),
  route({
    method: 'post',
    path: '/api/outbox/stop',
    summary: 'Messages that wait are not sent',
    tag: 'outbox',
    permission: 'outbox.manage',
    body: ids,
    run: async ({ body }) => reply(200, { changed: await stopMessages(services.sql, body.ids) }),
  }),
  route({
    method: 'post',
    path: '/api/outbox/send-again',
    summary: 'Messages that failed, were refused or stopped are tried once more; the gate is asked again',
    tag: 'outbox',
    permission: 'outbox.manage',
    body: ids,
    run: async ({ body }) =>
      reply(200, { changed: await sendAgain(services.sql, body.ids, services.clock.now()) }),
  }),
];
