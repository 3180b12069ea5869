import { z } from 'zod';
import { largestMail, type Inbound } from '../../channel/index.ts';
import { Problem } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

type Parts = Pick<Services, 'sql'> & { inbound: Inbound };

export const inboundMailRoutes = ({ sql, inbound }: Parts): Route[] => [
  route({
    method: 'post',
    path: '/api/inbound/mail',
    summary: 'A mail as it came, whole (message/rfc822), from a mail server that has a key',
    tag: 'inbound',
    permission: 'inbound.deliver',
    run: async ({ request }) => reply(200, await inbound.take(await bytesOf(request))),
  }),
  route({
    method: 'get',
    path: '/api/inbound/mail',
    summary: 'Mail that came in and what became of it, latest first',
    tag: 'inbound',
    permission: 'inbound.read',
    query: z.object({
      state: z.enum(['taken', 'refused']).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    run: async ({ query: { state, limit } }) =>
      reply(200, {
        items: await sql`
          select id, message_id as "messageId", sender, subject, state, reason, entity, record_id as "recordId", at
          from core.inbound_mail where ${state ?? null}::text is null or state = ${state ?? null}
          order by at desc, id desc limit ${limit}`,
      }),
  }),
];

/** Stops reading where it is too much: a mail of a gigabyte is not held to be told so. */
async function bytesOf(request: Request): Promise<Uint8Array> {
  const tooLarge = (): Problem =>
    new Problem({ status: 413, code: 'mail-large', params: { megabytes: largestMail / 1_048_576 } });
  if (Number(request.headers.get('content-length') ?? 0) > largestMail) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The cast: a body of a request is a stream of bytes; the library's types leave that open.
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largestMail) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
