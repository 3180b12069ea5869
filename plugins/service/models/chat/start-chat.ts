/** A visitor of a page begins to talk: a request of the channel chat, with the bot at first, and a pass to come back with. */
import { dayMs } from '../times.ts';
import { Problem, type PluginServices } from '../../../../core/index.ts';
import { addWords } from '../add-words.ts';
import { newConversation } from '../new-conversation.ts';
import type { Site } from '../portal/site.ts';
import { summary } from '../summary.ts';

/** The kind of link that is the pass of a chat: `{ ticket }`. */
export const chatPass = 'service.chat';
const challengeKind = 'service.chat-start';
/** A page may stay open over lunch. */
const challengeMs = 4 * 3_600_000;
const passMs = 7 * dayMs;
/** Nobody reads a greeting and answers it in less. */
const fewestMs = 1_500;

export interface Beginning {
  challenge: string;
  text: string;
  /** What visitors are called who do not say. */
  name: string;
  email: string;
  /** A field that people do not see: who fills it in is a machine. */
  website: string;
}

/** For the site of this key, good for four hours. */
export const chatChallenge = (services: PluginServices, key: string): string =>
  services.links.sign(challengeKind, { site: key, at: String(services.now()) }, challengeMs);

/** Problems of links, and `service-chat-machine` (422). */
export async function startChat(
  services: PluginServices,
  { site, key, began }: { site: Site; key: string; began: Beginning },
): Promise<string> {
  const challenge = services.links.open(challengeKind, began.challenge);
  const at = services.now();
  const isMachine = began.website !== '' || at - Number(challenge['at']) < fewestMs;
  if (isMachine || challenge['site'] !== key)
    throw new Problem({ status: 422, code: 'service-chat-machine' });
  const from = { name: began.name, email: began.email.toLowerCase() };
  const id = await services.transaction(async (tx) => {
    const records = services.records(services.self, tx);
    const ticket = await newConversation(records, {
      ...{ from, at, channel: 'chat', queue: site.queue, isWithBot: true },
      subject: summary(began.text),
    });
    const words = { from, ticket: ticket.id, text: began.text, at, isVerified: false };
    await addWords(records, { ...words, toBot: 'question' });
    return ticket.id;
  });
  return services.links.sign(chatPass, { ticket: id }, passMs);
}
