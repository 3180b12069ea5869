/**
 * The one gate before every channel. It asks in this order: is it an address, is it suppressed, did somebody agree, is
 * it night there, was that enough. A message that passes is counted at once, so that two at the same time do not both
 * take the last place; the same key is counted once.
 */
import type { Sql } from '../../db/connect.ts';
import { servicePurpose, type Delivery, type Message } from '../channel.ts';
import { addressOf } from './address.ts';
import { quietUntil, readQuietHours } from './quiet-hours.ts';
import { countReached, type Passing } from './sql/count-reached.ts';
import { readStanding, standingKey, type Standing } from './sql/read-standing.ts';

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

/** As many as come in the same turn are asked about in one transaction: a mailing asks 100 at a time. */
export function createGate(parts: GateParts): Gate {
  let waiting: Asked[] = [];
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    askAll(parts, all).catch((error: unknown) => {
      for (const { reject } of all) reject(error);
    });
  };
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ question, resolve, reject }) === 1) setImmediate(flush);
      }),
    takeBack: async (key) => {
      await parts.sql`delete from core.reached where key = ${key}`;
    },
  };
}

interface Asked {
  question: GateQuestion;
  resolve(verdict: Verdict): void;
  reject(error: unknown): void;
}

const heldBack = (reason: Extract<Verdict, { heldBack: unknown }>['heldBack'], detail: string): Verdict => ({
  ok: false,
  isFinal: true,
  heldBack: reason,
  detail,
});

async function askAll(parts: GateParts, all: readonly Asked[]): Promise<void> {
  const known = all.map((one) => ({
    ...one,
    address: addressOf(one.question.channel, one.question.message.to),
  }));
  // Before the transaction: one that waits for a second connection waits for ever once all of them do.
  const [hours, timeZone] = await Promise.all([readQuietHours(parts.sql), parts.timeZone()]);
  const night = { hours, timeZone, now: parts.now() };
  const verdicts = await parts.sql.begin(async (tx) => {
    const standing = await readStanding(
      tx,
      known.flatMap(({ address, question: { channel, message } }) =>
        address === null ? [] : [{ channel, address, purpose: message.purpose }],
      ),
    );
    const judged = known.map(({ question, address }) => judgeOne(standing, night, { question, address }));
    const passing = judged.flatMap(({ passing: one }) => one ?? []);
    const tooMany = await countReached(tx, passing, parts.now());
    return judged.map(({ verdict, passing: one }) =>
      one && tooMany.has(one.key)
        ? heldBack('limit-reached', `${one.most} in ${one.days} days were sent already.`)
        : verdict,
    );
  });
  known.forEach(({ resolve }, index) => resolve(verdicts[index]!));
}

interface Known {
  question: GateQuestion;
  address: string | null;
}

interface Judged {
  verdict: Verdict;
  /** It passes if that was not enough already. */
  passing?: Passing;
}

function judgeOne(
  standing: Standing,
  night: Parameters<typeof quietUntil>[0],
  { question: { channel, key, message }, address }: Known,
): Judged {
  if (address === null) return { verdict: heldBack('address-invalid', 'The address is not one.') };
  const { purpose } = message;
  const isService = purpose === servicePurpose;
  const suppressed = standing.suppressed.get(standingKey(channel, address));
  // An address that does not exist is written to by nobody; all else stops what nobody asked for.
  if (suppressed && (!isService || suppressed === 'bounce'))
    return { verdict: heldBack('suppressed', `The address is suppressed: ${suppressed}.`) };
  if (isService) return { verdict: { ok: true, address } };
  const limit = standing.purposes.get(purpose);
  if (!limit) return { verdict: heldBack('purpose-unknown', `There is no purpose ${purpose.slice(0, 80)}.`) };
  if (standing.said.get(standingKey(channel, address, purpose)) !== 'given')
    return { verdict: heldBack('no-consent', `Nobody agreed to ${purpose} there.`) };
  const until = quietUntil({ ...night, timeZone: message.timeZone ?? night.timeZone });
  if (until !== null) return { verdict: { ok: false, isFinal: false, until, detail: 'Quiet hours.' } };
  return { verdict: { ok: true, address }, passing: { channel, address, purpose, key, ...limit } };
}
