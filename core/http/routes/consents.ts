import { z } from 'zod';
import {
  listPurposes,
  purposeShape,
  readQuietHours,
  savePurpose,
  servicePurpose,
  writeQuietHours,
} from '../../channel/index.ts';
import { Problem } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'consent';
const permission = 'consent.manage';
const who = z.object({
  channel: z.enum(['email', 'sms']).default('email'),
  address: z.string().min(3).max(254),
});
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-invalid');

type ConsentServices = Pick<Services, 'sql' | 'consents' | 'waysOut' | 'mail' | 'registry'>;

export const consentRoutes = (services: ConsentServices): Route[] => [
  ...settingRoutes(services),
  ...personRoutes(services),
];

const settingRoutes = ({ sql }: ConsentServices): Route[] => [
  route({
    method: 'get',
    path: '/api/purposes',
    summary: 'What people agree to be written to about, and the limits of each',
    tag,
    permission: 'signed-in',
    run: async () =>
      reply(200, { items: await listPurposes(sql), quietHours: await readQuietHours(sql), next: null }),
  }),
  route({
    method: 'put',
    path: '/api/purposes',
    summary: 'Make or change a purpose',
    tag,
    permission,
    body: purposeShape.refine(({ id }) => id !== servicePurpose, {
      path: ['id'],
      message: 'purpose-service',
    }),
    run: async ({ body }) => {
      await savePurpose(sql, body);
      return reply(200, body);
    },
  }),
  route({
    method: 'put',
    path: '/api/quiet-hours',
    summary: 'From when until when nobody is written to, in the zone of the person; equal times for never',
    tag,
    permission,
    body: z.strictObject({ from: time, until: time }),
    run: async ({ body }) => {
      await writeQuietHours(sql, body);
      return reply(200, body);
    },
  }),
];

const personRoutes = ({ consents, waysOut, mail, registry }: ConsentServices): Route[] => [
  route({
    method: 'get',
    path: '/api/consents',
    summary: 'What somebody agreed to, with the proof of it',
    tag,
    permission: 'consent.read',
    query: who,
    run: async ({ query: { channel, address } }) =>
      reply(200, {
        items: await consents.standing(channel, address),
        suppression: await consents.suppression(channel, address),
        preferences: waysOut.preferences({ channel, address }),
        next: null,
      }),
  }),
  route({
    method: 'post',
    path: '/api/consents',
    summary: 'Keep what somebody said; `asked` by mail sends the link that confirms it',
    tag,
    permission,
    body: who.extend({
      purposes: z.array(z.string().max(40)).min(1).max(50),
      state: z.enum(['asked', 'given', 'withdrawn']),
      source: z.string().trim().min(1).max(200),
      shown: z.string().trim().min(1).max(2_000),
      language: z.enum(['en', 'zh-CN']).default('en'),
      record: z.object({ entity: z.string().max(80), id: z.uuid() }).optional(),
    }),
    run: async ({ actor, body, requestId }) => {
      const { channel, address, purposes, source, shown, language } = body;
      if (body.state === 'asked' && (channel !== 'email' || !mail))
        throw new Problem({ status: 409, code: 'mail-not-set-up' });
      await consents.say({ ...body, actor: actor.userId ?? actor.id });
      if (body.state === 'asked' && mail) {
        const link = waysOut.confirm({ channel, address, purposes, source, shown });
        await mail.deliver(
          {
            to: address,
            purpose: servicePurpose,
            language,
            subject: registry.text(language, 'mail.confirm.subject'),
            text: registry.text(language, 'mail.confirm.text', { link, shown }),
          },
          { idempotencyKey: `confirm ${requestId}`, signal: AbortSignal.timeout(15_000) },
        );
      }
      return reply(201, { items: await consents.standing(channel, address), next: null });
    },
  }),
  route({
    method: 'post',
    path: '/api/suppressions',
    summary: 'Write to an address no more, whatever was agreed',
    tag,
    permission,
    body: who.extend({ detail: z.string().max(500).nullable().default(null) }),
    run: async ({ body }) => {
      await consents.suppress({ ...body, reason: 'by-hand' });
      return reply(204);
    },
  }),
  route({
    method: 'delete',
    path: '/api/suppressions',
    summary: 'Let an address be written to again',
    tag,
    permission,
    query: who,
    run: async ({ query: { channel, address } }) => {
      await consents.release(channel, address);
      return reply(204);
    },
  }),
];
