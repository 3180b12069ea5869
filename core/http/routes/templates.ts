import { z } from 'zod';
import { compileTemplate, servicePurpose } from '../../channel/index.ts';
import { Problem } from '../../errors.ts';
import { readPerson } from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Call, type Route } from '../route.ts';

const source = z.object({
  subject: z.string().max(300),
  body: z.string().max(400_000),
  /** Whom it is shown for: a record, of which the template sees what the asker may see. */
  about: z.object({ entity: z.string().max(120), id: z.uuid() }).optional(),
});

type Parts = Pick<Services, 'sql' | 'records' | 'outbox' | 'clock'>;

export const templateRoutes = (parts: Parts): Route[] => [
  route({
    method: 'post',
    path: '/api/templates/preview',
    summary: 'A mail template (MJML with Liquid) as one customer would get it',
    tag: 'outbox',
    permission: 'templates.manage',
    body: source,
    run: async (call) => reply(200, await rendered(parts, call)),
  }),
  route({
    method: 'post',
    path: '/api/templates/test',
    summary: 'The same, sent to oneself: to nobody else, since nobody was asked',
    tag: 'outbox',
    permission: 'templates.manage',
    body: source,
    run: async (call) => {
      const { actor, requestId } = call;
      const person = actor.userId ? await readPerson(parts.sql, actor.userId) : null;
      if (!person?.email) throw new Problem({ status: 409, code: 'template-test-nobody' });
      const { subject, html, text } = await rendered(parts, call);
      const [id] = await parts.outbox.queue([
        {
          key: `template-test:${person.email}:${requestId}:${parts.clock.now()}`,
          ...{ channel: 'email', purpose: servicePurpose, to: person.email, html, text },
          subject: `[Test] ${subject}`,
          about: { isTest: true },
        },
      ]);
      return reply(202, { id, to: person.email });
    },
  }),
];

async function rendered(
  { records }: Parts,
  { actor, body }: Pick<Call<unknown, unknown, z.output<typeof source>>, 'actor' | 'body'>,
) {
  const { about, ...template } = body;
  const values = about ? { [about.entity]: await records.read({ actor, ...about }) } : {};
  return (await compileTemplate(template)).render(values);
}
