/** What people agreed to, and how we know. Rows are only ever added. */
import type { Db, Sql, Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { invalid } from '../../errors.ts';
import { addressOf } from '../gate/address.ts';
import { tellConsent, type TellParts } from './tell-consent.ts';

export type ConsentState = 'asked' | 'given' | 'withdrawn';

export interface NewConsent {
  channel: string;
  address: string;
  purposes: readonly string[];
  state: ConsentState;
  /** Where it was said: a form, a call, the preference page. */
  source: string;
  /** The very words that were shown. */
  shown: string;
  language: 'en' | 'zh-CN';
  record?: { entity: string; id: string };
  actor: string;
}

export interface Choice extends Pick<NewConsent, 'channel' | 'address' | 'source' | 'shown' | 'language'> {
  wanted: ReadonlySet<string>;
}

export interface Standing {
  purpose: string;
  en: string;
  zh: string;
  state: ConsentState | null;
  saidAt: string | null;
  source: string | null;
  shown: string | null;
}

export interface Consents {
  /**
   * What is given or withdrawn is told to flows as `consent.given` or `consent.withdrawn` of whoever has the address.
   * Problem `validation` for an address that is none or a purpose that is not there.
   */
  say(consent: NewConsent, tx?: Tx): Promise<void>;
  /** Somebody chose among all purposes: what is wanted is given, the rest withdrawn, and nothing is said twice. */
  choose(choice: Choice): Promise<void>;
  /** Every purpose, with what was said last. */
  standing(channel: string, address: string): Promise<Standing[]>;
  suppression(channel: string, address: string): Promise<Suppression | null>;
  suppress(input: Omit<Suppression, 'at'>): Promise<void>;
  release(channel: string, address: string): Promise<void>;
}

export interface Suppression {
  channel: string;
  address: string;
  reason: 'bounce' | 'complaint' | 'all' | 'by-hand';
  detail: string | null;
  at: string;
}

export interface ConsentParts extends TellParts {
  sql: Sql;
  events: TellParts['events'] & { wake(): void };
  /** Jobs for others were committed. */
  wakeSoon(): void;
}

export function createConsents(parts: ConsentParts): Consents {
  const { sql, now, events, wakeSoon } = parts;
  const at = (): Date => new Date(now());
  const told = async (acts: (tx: Tx) => Promise<void>): Promise<void> => {
    await sql.begin(acts);
    events.wake();
    wakeSoon();
  };
  return {
    say: (consent, tx) => (tx ? say(parts, tx, consent) : told((own) => say(parts, own, consent))),
    choose: (choice) => told((tx) => choose(parts, tx, choice)),
    standing: (channel, address) => standing(sql, channel, addressOf(channel, address) ?? address),
    suppression: async (channel, address) => {
      const [row] = await sql<(Omit<Suppression, 'at'> & { at: Date })[]>`
        select channel, address, reason, detail, at from core.suppression
        where channel = ${channel} and address = ${addressOf(channel, address) ?? address}`;
      return row ? { ...row, at: row.at.toISOString() } : null;
    },
    suppress: async ({ channel, address, reason, detail }) => {
      await sql`insert into core.suppression (channel, address, reason, detail, at)
        values (${channel}, ${checked(channel, address)}, ${reason}, ${detail}, ${at()})
        on conflict (channel, address) do update set reason = excluded.reason, detail = excluded.detail, at = excluded.at`;
    },
    release: async (channel, address) => {
      await sql`delete from core.suppression
        where channel = ${channel} and address = ${addressOf(channel, address) ?? address}`;
    },
  };
}

function checked(channel: string, address: string): string {
  const known = addressOf(channel, address);
  if (known === null) throw invalid([{ pointer: '/address', code: 'address-invalid' }]);
  return known;
}

async function say(parts: TellParts, tx: Tx, consent: NewConsent): Promise<void> {
  const at = new Date(parts.now());
  const address = checked(consent.channel, consent.address);
  const known = await tx<{ id: string }[]>`
    select id from core.purpose where id = any(${[...consent.purposes]}::text[])`;
  const unknown = consent.purposes.find((purpose) => !known.some(({ id }) => id === purpose));
  if (unknown !== undefined)
    throw invalid([
      { pointer: '/purposes', code: 'purpose-unknown', params: { purpose: unknown.slice(0, 80) } },
    ]);
  const { channel, state, source, shown, language, record, actor } = consent;
  await tx`
    insert into core.consent (id, channel, address, purpose, state, source, shown, language, entity, record_id, said_by, said_at)
    select id, ${channel}, ${address}, purpose, ${state}, ${source}, ${shown}, ${language}, ${record?.entity ?? null},
      ${record?.id ?? null}, ${actor}, ${at}
    from unnest(${consent.purposes.map(() => newId())}::uuid[], ${[...consent.purposes]}::text[]) as t (id, purpose)`;
  await tellConsent(parts, tx, { ...consent, address });
}

async function choose(parts: TellParts, tx: Tx, { wanted, ...choice }: Choice): Promise<void> {
  const before = await standing(tx, choice.channel, checked(choice.channel, choice.address));
  const given = before.filter(({ purpose, state }) => wanted.has(purpose) && state !== 'given');
  // What nobody ever asked about is not withdrawn.
  const withdrawn = before.filter(
    ({ purpose, state }) => !wanted.has(purpose) && state !== null && state !== 'withdrawn',
  );
  for (const [state, some] of [['given', given] as const, ['withdrawn', withdrawn] as const])
    if (some.length > 0)
      await say(parts, tx, {
        ...choice,
        ...{ purposes: some.map(({ purpose }) => purpose), state, actor: 'person' },
      });
}

async function standing(db: Db, channel: string, address: string): Promise<Standing[]> {
  const rows = await db<(Omit<Standing, 'saidAt'> & { saidAt: Date | null })[]>`
    select p.id as purpose, p.en, p.zh, c.state, c.said_at as "saidAt", c.source, c.shown
    from core.purpose p left join lateral (
      select state, said_at, source, shown from core.consent
      where channel = ${channel} and address = ${address} and purpose = p.id
      order by said_at desc, id desc limit 1) c on true
    order by p.position, p.id`;
  return rows.map((row) => ({ ...row, saidAt: row.saidAt?.toISOString() ?? null }));
}
