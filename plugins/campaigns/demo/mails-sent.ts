import { addDays, dayIn, idOf, titleOf, type DemoServices, type RecordData } from '../../../core/index.ts';
import { journeyMembers, type DemoMember } from './journey-members.ts';

const day = 86_400_000;
const people = 90;

const agreed = {
  en: { source: 'trade fair', shown: 'Yes, send me news by e-mail.', language: 'en' },
  'zh-CN': { source: '展会', shown: '同意通过邮件接收新闻。', language: 'zh-CN' },
} as const;

interface Sent {
  contact: RecordData;
  at: number;
  element: string;
  subject: string;
}

/** Two weeks of the first-offer journey: who got what, who opened and clicked, and three deals that came of it. */
export async function mailsSent(services: DemoServices, campaign: string): Promise<void> {
  const { now, random } = services;
  const contacts = await services.find('contact', { email: { ne: null } }, { sort: ['name'], limit: people });
  const sold = await soldTo(services, campaign);
  const buyers = sold.map(({ contact }) => contact);
  const sent: (Sent & { openedAt?: number; clickedAt?: number })[] = [];
  // One in ten is held out.
  const all = [...buyers, ...contacts].map((contact, nth) => ({ contact, isHeldOut: nth % 10 === 9 }));
  const reached = all.filter(({ isHeldOut }) => !isHeldOut);
  const heldOut = all.filter(({ isHeldOut }) => isHeldOut);
  const members: DemoMember[] = heldOut.map(({ contact }, nth) => ({
    ...{ contact, at: now - (1 + nth) * day, isHeldOut: true },
  }));
  for (const [place, { contact }] of reached.entries()) {
    const isBuyer = place < buyers.length;
    const at = now - (isBuyer ? 13 : 1 + random() * 12) * day;
    members.push({ contact, at, isHeldOut: false, ...(isBuyer && { revenue: sold[place]!.deal['amount'] }) });
    const isClicked = isBuyer || random() < 0.16;
    const isOpened = isClicked || random() < 0.35;
    const openedAt = at + random() * day;
    const first = { contact, at, element: 'first', subject: `An idea for ${nameOf(contact)}` };
    sent.push({
      ...first,
      ...(isOpened && { openedAt }),
      ...(isClicked && { clickedAt: openedAt + 60_000 }),
    });
    if (isClicked)
      sent.push({
        ...{ contact, at: openedAt + 90_000, element: 'plan', subject: 'Your four weeks with Lumen' },
        ...(random() < 0.6 && { openedAt: openedAt + 0.4 * day }),
      });
    else if (now - at > 7 * day)
      sent.push({ contact, at: at + 7 * day, element: 'second', subject: 'Still open to a trial?' });
  }
  await journeyMembers(services, members);
  await services.sent(
    sent.map(({ contact, at, element, subject, openedAt, clickedAt }) => ({
      ...{ to: String(contact['email']), subject, text: subject, purpose: 'news', sentAt: at },
      record: { entity: 'contact', id: contact.id },
      about: { campaign, flow: 'first-offer-journey', element, group: 'mail' },
      ...(openedAt !== undefined && { openedAt }),
      ...(clickedAt !== undefined && { clickedAt }),
      consent: { ...agreed[contact['language'] === 'zh-CN' ? 'zh-CN' : 'en'], at: now - 40 * day },
    })),
  );
}

/** Deals that count for the campaign, each with somebody of its company. */
async function soldTo(
  services: DemoServices,
  campaign: string,
): Promise<{ deal: RecordData; contact: RecordData }[]> {
  const since = addDays(dayIn(services.now), -12);
  const won = { stage: { eq: 'won' }, closeDate: { gte: since }, amount: { ne: null } };
  const deals = await services.find('opportunity', won, { sort: ['closeDate'], limit: 12 });
  const sales: { deal: RecordData; contact: RecordData }[] = [];
  for (const deal of deals) {
    const account = idOf(deal['account']);
    if (!account || sales.length === 3) continue;
    const filter = { account: { eq: account }, email: { ne: null } };
    const [contact] = await services.find('contact', filter, { limit: 1 });
    if (contact) sales.push({ deal, contact });
  }
  await services.create(
    'campaign-sale',
    sales.map(({ deal, contact }) => ({
      ...{ name: deal['name'], campaign, opportunity: deal.id, contact: contact.id },
      ...{ revenue: deal['amount'], soldAt: `${String(deal['closeDate'])}T12:00:00Z` },
    })),
  );
  return sales;
}

const nameOf = (contact: RecordData): string => titleOf(contact['account']) ?? String(contact['name']);
