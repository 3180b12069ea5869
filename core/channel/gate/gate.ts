/**
 * The one gate before every channel. It asks in this order: is it an address, is it suppressed, did somebody agree, is
 * it night there, was that enough. A message that passes is counted at once, so that two at the same time do not both
 * take the last place; the same key is counted once.
 */
import type { Sql, Tx } from '../../db/connect.ts';
import { servicePurpose, type Delivery, type Message } from '../channel.ts';
import { addressOf } from './address.ts';
import { quietUntil, readQuietHours } from './quiet-hours.ts';

export interface GateParts {
  sql: Sql;
  now(): number;
  timeZone(): Promise<string>;
}

export interface GateQuestion {
  channel: string;
  key: string;
  message: Message;
}

export type Verdict = { ok: true; address: string } | Extract<Delivery, { ok: false }>;

export interface Gate {
  ask(question: GateQuestion): Promise<Verdict>;
  /** It did not arrive: it does not count. */
  takeBack(key: string): Promise<void>;
}

export const createGate = (parts: GateParts): Gate => ({
  ask: (question) => ask(parts, question),
  takeBack: async (key) => {
    await parts.sql`delete from core.reached where key = ${key}`;
  },
});

const heldBack = (reason: Extract<Verdict, { heldBack: unknown }>['heldBack'], detail: string): Verdict => ({
  ok: false,
  isFinal: true,
  heldBack: reason,
  detail,
});

async function ask(parts: GateParts, { channel, key, message }: GateQuestion): Promise<Verdict> {
  const address = addressOf(channel, message.to);
  if (address === null) return heldBack('address-invalid', 'The address is not one.');
  const { purpose } = message;
  const isService = purpose === servicePurpose;
  return parts.sql.begin(async (tx): Promise<Verdict> => {
    const [suppressed] = await tx<{ reason: string }[]>`
      select reason from core.suppression where channel = ${channel} and address = ${address}`;
    // An address that does not exist is written to by nobody; all else stops what nobody asked for.
    if (suppressed && (!isService || suppressed.reason === 'bounce'))
      return heldBack('suppressed', `The address is suppressed: ${suppressed.reason}.`);
    if (isService) return { ok: true, address };
    const [known] = await tx<{ most: number | null; days: number }[]>`
      select most_messages as most, within_days as days from core.purpose where id = ${purpose}`;
    if (!known) return heldBack('purpose-unknown', `There is no purpose ${purpose.slice(0, 80)}.`);
    const [said] = await tx<{ state: string }[]>`
      select state from core.consent where channel = ${channel} and address = ${address} and purpose = ${purpose}
      order by said_at desc, id desc limit 1`;
    if (said?.state !== 'given') return heldBack('no-consent', `Nobody agreed to ${purpose} there.`);
    const until = quietUntil({
      now: parts.now(),
      timeZone: message.timeZone ?? (await parts.timeZone()),
      hours: await readQuietHours(tx),
    });
    if (until !== null) return { ok: false, isFinal: false, until, detail: 'Quiet hours.' };
    if (!(await count(tx, { channel, address, purpose, key, ...known, now: parts.now() })))
      return heldBack('limit-reached', `${known.most} in ${known.days} days were sent already.`);
    return { ok: true, address };
  });
}

interface Counted {
  channel: string;
  address: string;
  purpose: string;
  key: string;
  most: number | null;
  days: number;
  now: number;
}

async function count(tx: Tx, { channel, address, purpose, key, most, days, now }: Counted): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${channel} ${address} ${purpose}`}, 0))`;
  const [sent] = await tx<{ others: number }[]>`
    select count(*)::int as others from core.reached
    where channel = ${channel} and address = ${address} and purpose = ${purpose} and key <> ${key}
      and at > to_timestamp(${now - days * 86_400_000}::float8 / 1000)`;
  if (most !== null && (sent?.others ?? 0) >= most) return false;
  await tx`insert into core.reached (key, channel, address, purpose, at)
    values (${key}, ${channel}, ${address}, ${purpose}, to_timestamp(${now}::float8 / 1000)) on conflict do nothing`;
  return true;
}
