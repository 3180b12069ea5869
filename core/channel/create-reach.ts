/** Everything by which people are reached and say what they want, behind one gate. */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import type { Channel } from './channel.ts';
import { createConsents, type Consents } from './consent/consents.ts';
import { emailChannel } from './email.ts';
import { createGate } from './gate/gate.ts';
import { createLinks, type Links } from './link/signed-link.ts';
import { createWaysOut, type WaysOut } from './link/ways-out.ts';

export interface Reach {
  /** Without a mail server there is none. */
  mail: Channel | undefined;
  consents: Consents;
  /** Links that only we can make, and those by which people say what they want. */
  links: Links;
  waysOut: WaysOut;
}

export interface ReachParts {
  sql: Sql;
  clock: Pick<Clock, 'now'>;
  secret: string;
  config: { url: string; smtpUrl: string | undefined; mailFrom: string };
  /** The company's zone, for people whose own is not known. */
  timeZone(): Promise<string>;
}

export function createReach({ sql, clock, secret, config, timeZone }: ReachParts): Reach {
  const { now } = clock;
  const links = createLinks({ secret, now });
  const waysOut = createWaysOut(links, config.url);
  const guard = { gate: createGate({ sql, now, timeZone }), leaveLink: waysOut.leave };
  const { smtpUrl, mailFrom } = config;
  const mail = smtpUrl ? emailChannel({ url: smtpUrl, from: mailFrom, guard }) : undefined;
  return { mail, links, waysOut, consents: createConsents({ sql, now }) };
}
