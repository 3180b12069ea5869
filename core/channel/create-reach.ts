/** Everything by which people are reached and say what they want, behind one gate. */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Sql } from '../db/connect.ts';
import type { Wake } from '../job/index.ts';
import type { Channel } from './channel.ts';
import { createConsents, type ConsentParts, type Consents } from './consent/consents.ts';
import { createChannels } from './channels.ts';
import { createGate } from './gate/gate.ts';
import { guardedChannel } from './gate/guarded-channel.ts';
import { createLinks, type Links } from './link/signed-link.ts';
import { createWaysOut, type WaysOut } from './link/ways-out.ts';
import { createMailTokens, type Box, type MailTokens } from './oauth/mail-tokens.ts';
import type { DeliveryParts } from './outbox/delivery.ts';
import { createDomainPace } from './outbox/domain-pace.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { withTracking } from './tracking.ts';
import { trialChannel } from './trial-channel.ts';

export interface Reach {
  /** Without a mail server there is none. */
  mail: Channel | undefined;
  /** Without a service for text messages there is none. */
  sms: Channel | undefined;
  /** For mail servers that take no password. */
  mailTokens: MailTokens | undefined;
  consents: Consents;
  /** Links that only we can make, and those by which people say what they want. */
  links: Links;
  waysOut: WaysOut;
  outbox: Outbox;
  delivery: DeliveryParts;
  /** A way out that a plugin brings: behind the gate as all are, and nothing leaves by it on trial. */
  addChannel(channel: Channel, plugin: string): void;
  /** Every way out with the key of its name, the core's first. */
  channels(): { id: string; text: string }[];
  /** What people call recipients of a channel, where those are ids. */
  recipientNames(channel: string, recipients: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface ReachParts {
  sql: Sql;
  clock: Pick<Clock, 'now'>;
  secret: string;
  config: Config;
  log: DeliveryParts['log'];
  files: DeliveryParts['files'];
  wake: Pick<Wake, 'pingSoon'>;
  /** Keeps tokens that nobody reads in the database. */
  box: Box;
  events: ConsentParts['events'];
  /** The company's zone, for people whose own is not known. */
  timeZone(): Promise<string>;
}

export function createReach(parts: ReachParts): Reach & { closeChannels(): void } {
  const { sql, clock, secret, config, timeZone, log, wake, events, files, box } = parts;
  const { now } = clock;
  const links = createLinks({ secret, now });
  const waysOut = createWaysOut(links, config.url);
  const guard = { gate: createGate({ sql, now, timeZone }), leaveLink: waysOut.leave };
  // What a person waits for has connections of its own, so that it never stands behind a campaign.
  const mailTokens = config.mailOauth && createMailTokens({ sql, oauth: config.mailOauth, box });
  const setting = { secret, guard, tokens: mailTokens };
  const urgent = createChannels(config, { ...setting, connections: 2 });
  const bulk = createChannels(config, { ...setting, connections: 10 });
  const texts = new Map([...urgent.keys()].map((id) => [id, `channel.${id}`]));
  const brought = new Map<string, Channel>();
  const addChannel: Reach['addChannel'] = (channel, plugin) => {
    texts.set(channel.id, `${plugin}.channel.${channel.id}`);
    brought.set(channel.id, channel);
    const real = config.isTrial ? trialChannel(channel) : channel;
    for (const all of [urgent, bulk]) all.set(channel.id, guardedChannel(real, guard));
  };
  return {
    ...{ addChannel, mailTokens, links, waysOut },
    recipientNames: async (channel, recipients) =>
      (await brought.get(channel)?.names?.(recipients)) ?? new Map<string, string>(),
    channels: () => [...texts].map(([id, text]) => ({ id, text })),
    consents: createConsents({ sql, now, events, wakeSoon: wake.pingSoon }),
    mail: config.smtpUrl ? urgent.get('email') : undefined,
    sms: config.sms ? urgent.get('sms') : undefined,
    outbox: createOutbox({ sql, clock, channels: urgent, wakeSoon: wake.pingSoon }),
    delivery: {
      ...{ sql, clock, log, files },
      channelsOf: (lane) => (lane === 2 ? urgent : bulk),
      pace: createDomainPace(config.mailRate),
      track: (html, id) => withTracking({ html, id, links, url: config.url.replace(/\/$/, '') }),
    },
    closeChannels: () => {
      for (const channel of [...urgent.values(), ...bulk.values()]) channel.close?.();
    },
  };
}
