import { z } from 'zod';
import { invalid, Problem, written, type Locale, type PluginServices } from '../../../../core/index.ts';

/** The kind of link that signs in, once: `{ session }`. */
export const portalKey = 'service.portal-key';
/** As long as somebody may need to look for a mail. */
const validMinutes = 30;
const hourMs = 3_600_000;
const mostAnHour = 5;

interface Asked {
  email: string;
  language: Locale;
  /** Where the link leads; the key is added behind `#key=`. */
  page: string;
}

/**
 * Sends a link that lets its reader in, once. Whether we know the address is not said: a mail goes to all. Problem
 * `service-portal-often` (429).
 */
export const askForLink = (
  services: PluginServices,
  { email: typed, language, page }: Asked,
): Promise<void> =>
  services.transaction(async (tx) => {
    const email = typed.toLowerCase();
    if (!z.email().safeParse(email).success)
      throw invalid([{ pointer: '/email', code: 'not-email', params: { value: typed.slice(0, 80) } }]);
    const now = services.now();
    await tx`select pg_advisory_xact_lock(hashtextextended(${email}, 9))`;
    const records = services.records(services.self, tx);
    const since = new Date(now - hourMs).toISOString();
    const before = await records.find('portal-session', { email: { eq: email }, askedAt: { gt: since } });
    if (before.length >= mostAnHour) throw new Problem({ status: 429, code: 'service-portal-often' });
    const session = written(
      await records.create('portal-session', [{ name: email, email, askedAt: new Date(now).toISOString() }]),
    );
    const key = services.links.sign(portalKey, { session: session.id }, validMinutes * 60_000);
    const say = (name: string): string =>
      services.text(language, `service.portal.mail.${name}`, { minutes: validMinutes });
    await services.send(
      [
        {
          key: `service-portal ${session.id}`,
          ...{ channel: 'email', purpose: 'service', to: email, language, isUrgent: true },
          subject: say('subject'),
          text: `${say('text')}\n\n${page}#key=${key}\n\n${say('end')}`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          record: { entity: 'portal-session', id: session.id },
        },
      ],
      tx,
    );
  });
