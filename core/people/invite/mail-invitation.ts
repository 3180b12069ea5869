import { servicePurpose, type Channel } from '../../channel/channel.ts';
import type { Registry } from '../../registry.ts';
import type { Invitation } from './invitations.ts';

/** Whether the mail server took it: the inviter gets the link in any case. */
export async function mailInvitation(
  { channel, registry }: { channel: Channel; registry: Registry },
  {
    invitation,
    link,
    company,
    inviter,
  }: { invitation: Invitation; link: string; company: string; inviter: string },
): Promise<boolean> {
  const { email, locale, name, token, until } = invitation;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(until);
  const params = { name, company, inviter, link, day };
  const sent = await channel.deliver(
    {
      to: email,
      purpose: servicePurpose,
      subject: registry.text(locale, 'mail.invitation.subject', params),
      text: registry.text(locale, 'mail.invitation.text', params),
    },
    { idempotencyKey: `invitation ${token}`, signal: AbortSignal.timeout(15_000) },
  );
  return sent.ok;
}
