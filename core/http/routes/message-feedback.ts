import { z } from 'zod';
import { happened, isMachine, clickLink, noteReport, openLink } from '../../channel/index.ts';
import { Problem } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

type Parts = Pick<Services, 'sql' | 'clock' | 'events' | 'links'> & { wake: () => void };

const token = z.object({ token: z.string().max(4_000) });
/** The smallest GIF there is: one transparent dot. */
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export const messageFeedbackRoutes = (parts: Parts): Route[] => [
  route({
    method: 'get',
    path: '/api/links/{token}',
    summary: 'A link of a message: noted, and led on to where the message meant',
    tag: 'outbox',
    permission: 'public: whoever got the message has the signed link, and it leads nowhere else',
    params: token,
    run: async ({ params, request }) => {
      const { id = '', target: to = '' } = parts.links.open(clickLink, params.token);
      await note(parts, request, { id, what: 'clicked', values: { url: to } });
      return new Response(null, { status: 302, headers: { location: to, 'cache-control': 'no-store' } });
    },
  }),
  route({
    method: 'get',
    path: '/api/links/open/{token}',
    summary: 'The image that tells that a message was opened',
    tag: 'outbox',
    permission: 'public: mail programs ask for it, with the signed address that only this message has',
    params: token,
    run: async ({ params, request }) => {
      const { id = '' } = parts.links.open(openLink, params.token);
      await note(parts, request, { id, what: 'opened' });
      return new Response(dot, { headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' } });
    },
  }),
  route({
    method: 'post',
    path: '/api/outbox/reports',
    summary: 'A bounce or complaint as it came by mail (RFC 3464, RFC 5965), whole',
    tag: 'outbox',
    permission: 'outbox.report',
    run: async ({ request }) => {
      const raw = new Uint8Array(await request.arrayBuffer());
      if (raw.byteLength > 1024 * 1024)
        throw new Problem({ status: 413, code: 'body-large', params: { megabytes: 1 } });
      const report = await noteReport(parts, raw);
      if (!report) throw new Problem({ status: 422, code: 'report-unreadable' });
      if (report.message === null) throw new Problem({ status: 404, code: 'report-of-nothing' });
      return reply(200, report);
    },
  }),
];

async function note(
  parts: Parts,
  request: Request,
  what: { id: string; what: 'opened' | 'clicked'; values?: Record<string, unknown> },
): Promise<void> {
  const [row] = await parts.sql<{ sentAt: Date | null }[]>`
    select sent_at as "sentAt" from core.outbox where id = ${what.id}`;
  if (!row || isMachine(request, row.sentAt && parts.clock.now() - row.sentAt.getTime())) return;
  await happened(parts, what);
}
