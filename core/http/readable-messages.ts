import { listPurposes, servicePurpose } from '../channel/index.ts';
import type { Locale } from '../registry.ts';
import type { Services } from '../services.ts';

export type NamingServices = Pick<Services, 'sql' | 'registry' | 'recipientNames'>;

interface Named {
  purposeName: string;
  recipientName: string;
}

/** Messages with the names of what they are for and of whom they go to, in the reader's language. */
export async function readableMessages<T extends { channel: string; purpose: string; recipient: string }>(
  { sql, registry, recipientNames }: NamingServices,
  messages: readonly T[],
  locale: Locale,
): Promise<(T & Named)[]> {
  const purposes = new Map(
    (await listPurposes(sql)).map(({ id, en, zh }) => [id, locale === 'en' ? en : zh]),
  );
  purposes.set(servicePurpose, registry.text(locale, 'purpose.service'));
  const byChannel = new Map<string, ReadonlyMap<string, string>>();
  for (const [channel, own] of Map.groupBy(messages, (message) => message.channel))
    byChannel.set(
      channel,
      await recipientNames(
        channel,
        own.map(({ recipient }) => recipient),
      ),
    );
  return messages.map((message) => ({
    ...message,
    purposeName: purposes.get(message.purpose) ?? message.purpose,
    recipientName: byChannel.get(message.channel)?.get(message.recipient) ?? message.recipient,
  }));
}
