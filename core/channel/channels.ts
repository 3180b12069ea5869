import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Channel } from './channel.ts';
import { emailChannel, refusesAddress } from './email.ts';
import { guardedChannel, type Guard } from './gate/guarded-channel.ts';
import type { MailTokens } from './oauth/mail-tokens.ts';
import { refusesPhone, refusesWebhook, smsChannel, webhookChannel } from './http-channels.ts';
import { trialChannel } from './trial-channel.ts';

type ChannelConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dkim' | 'sms' | 'allowedHosts' | 'isTrial'>;

interface Setting {
  secret: string;
  guard: Guard;
  connections: number;
  tokens?: MailTokens | undefined;
}

/** The ways out, all behind the gate; each call opens connections of its own. */
export function createChannels(config: ChannelConfig, setting: Setting): Map<string, Channel> {
  const { smtpUrl, sms, allowedHosts, isTrial } = config;
  const { secret, guard } = setting;
  const trial = (id: string, refuses: Channel['refuses']): Channel =>
    guardedChannel(trialChannel({ id, refuses }), guard);
  const all = [
    smtpUrl && !isTrial ? mail(config, smtpUrl, setting) : trial('email', refusesAddress),
    sms && !isTrial
      ? guardedChannel(smsChannel({ ...sms, allowedHosts }), guard)
      : trial('sms', refusesPhone),
    isTrial
      ? trial('webhook', refusesWebhook)
      : guardedChannel(webhookChannel({ secret, allowedHosts }), guard),
  ];
  return new Map(all.map((channel) => [channel.id, channel]));
}

function mail(
  { mailFrom, dkim }: ChannelConfig,
  url: string,
  { guard, connections, tokens }: Setting,
): Channel {
  const signing = dkim && {
    domainName: dkim.domain,
    keySelector: dkim.selector,
    privateKey: readFileSync(dkim.keyFile, 'utf8'),
  };
  return emailChannel({ url, from: mailFrom, connections, guard, tokens, ...(signing && { dkim: signing }) });
}
