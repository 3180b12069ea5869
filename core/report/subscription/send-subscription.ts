import type { Actor } from '../../access/index.ts';
import { servicePurpose } from '../../channel/channel.ts';
import type { Links } from '../../channel/index.ts';
import type { Outbox } from '../../channel/outbox/outbox.ts';
import { notFound } from '../../errors.ts';
import { mailHtml, mailText } from '../mail/mail-page.ts';
import { readable, type SectionParts, type Wanted } from '../mail/sections.ts';

export interface SendingParts extends SectionParts {
  outbox: Pick<Outbox, 'queue'>;
  links: Pick<Links, 'sign'>;
  actorFor(userId: string): Promise<Actor>;
  /** Where people find Relata. */
  url: string;
}

export interface Sending extends Wanted {
  id: string;
  userId: string;
  email: string;
  language: 'en' | 'zh-CN';
}

/** Longer than any rhythm: who leaves out of an old mail leaves all the same. */
const validMilliseconds = 400 * 86_400_000;

/** The mail as its reader may see it now; undefined where there is nothing for them any more. */
export async function subscriptionMail(parts: SendingParts, sending: Sending) {
  const { id, userId, email, language } = sending;
  const person = await parts.actorFor(userId);
  const actor = { ...person, locale: language };
  const found = await readable(parts, actor, sending);
  if (!found) return undefined;
  const base = parts.url.replace(/\/$/, '');
  const leave = `${base}/subscriptions/${parts.links.sign('subscription', { id }, validMilliseconds)}`;
  const page = {
    ...{ name: found.name, link: `${base}${found.path}`, sections: found.sections },
    leave: { text: parts.registry.text(language, 'report.subscription.leave'), link: leave },
  };
  return {
    ...{ channel: 'email', purpose: servicePurpose, to: email, language, timeZone: actor.timeZone },
    subject: found.name.replaceAll(/\s+/g, ' '),
    ...{ text: mailText(page), html: mailHtml(page) },
    headers: {
      'List-Unsubscribe': `<${leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** One's own at once, for who wants to see what comes. Problem 404 where there is nothing of it to see. */
export async function sendNow(parts: SendingParts, actor: Actor, id: string): Promise<void> {
  const [sending] = await parts.sql<Sending[]>`
    select s.id, s.user_id as "userId", u.email, s.kind, s.target, s.language
    from core.subscription s join core."user" u on u.id = s.user_id
    where s.id = ${id} and s.user_id = ${actor.userId}::uuid and u.email is not null`;
  const mail = sending && (await subscriptionMail(parts, sending));
  if (!mail) throw notFound('subscription', id);
  await parts.outbox.queue([{ ...mail, key: `subscription:${id}:${parts.clock.now()}` }]);
}
