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

type Parts = Pick<Services, 'sql' | 'records' | 'outbox' | 'clock' | 'access' | 'registry'>;

export const templateRoutes = (parts: Parts): Route[] => [
  route({
    method: 'post',
    path: '/api/templates/preview',
    summary: 'A mail template (MJML with Liquid) as one customer would get it',
    tag: 'outbox',
    permission: 'templates.manage',
    body: source,
    run: async (call) => {
      const compiled = await compileTemplate(call.body);
      const shown = compiled.render(await valuesFor(parts, call));
      return reply(200, { ...shown, unfilled: unfilled(parts, call, compiled.asks) });
    },
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
      const { subject, html, text } = (await compileTemplate(call.body)).render(await valuesFor(parts, call));
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

type Asked = Pick<Call<unknown, unknown, z.output<typeof source>>, 'actor' | 'body'>;

const valuesFor = async ({ records }: Parts, { actor, body: { about } }: Asked) =>
  about ? { [about.entity]: await records.read({ actor, ...about }) } : {};

/** A sentence for each thing that the template wants and no record has: it would be left out without a word. */
function unfilled(
  { access, registry }: Parts,
  { actor, body: { about } }: Asked,
  asks: readonly (readonly string[])[],
): string[] {
  if (!about) return [];
  const fields = access.fieldAccess(actor, about.entity);
  const isKnown = ([entity, field = '']: readonly string[]): boolean =>
    entity === about.entity && (field === 'id' || field in fields);
  const paths = asks.filter((path) => !isKnown(path)).map((path) => path.join('.'));
  return [...new Set(paths)].map((path) => registry.text(actor.locale, 'template.unfilled', { path }));
}
