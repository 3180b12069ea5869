import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMembers } from '../bench/campaigns/members.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { startRelata, type RelataProcess } from '../support/relata-process.ts';
import { smtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { until } from './until.ts';

/** More than are written in one step, so that one kill falls between two of them. */
const many = process.env['RELATA_FAULTS'] === 'all' ? 10_000 : 700;

let folder: string;
let database: TestDatabase;
let sink: SmtpSink;
let relata: RelataProcess;

const start = (): Promise<RelataProcess> =>
  startRelata({
    DATABASE_URL: database.url,
    RELATA_DATA_DIR: folder,
    RELATA_DEMO: '0',
    RELATA_SECRET: 'faults-faults-faults-faults-faults-faults',
    SMTP_URL: sink.url,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-mailing-'));
  database = await testDatabase();
  sink = await smtpSink();
  relata = await start();
}, 120_000);
afterAll(async () => {
  await relata?.stop();
  await sink?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const made = (entity: string, values: Record<string, unknown>): Promise<{ id: string }> =>
  relata.call('POST', `/api/records/${entity}`, values);
const messages = () =>
  database.sql<{ recipient: string; state: string; unclear: number; messageId: string }[]>`
    select recipient, state, unclear, message_id as "messageId" from core.outbox`;

async function killedAndStarted(): Promise<void> {
  await relata.kill();
  relata = await start();
}

test('a mailing killed while it is written and while it is sent reaches everybody; what may have come twice is counted', async () => {
  // given a campaign to everybody in a list
  const { segment } = await makeMembers({ relata, sql: database.sql }, { key: 'mailing', count: many });
  const body = '<mj-text>Dear {{ contact.name }}</mj-text>';
  const { id: template } = await made('template', { name: 'News', subject: 'News', body });
  await made('campaign', {
    ...{ name: 'Killed', state: 'running', audience: segment, template, purpose: 'news' },
  });
  // when its server is killed between two steps of writing, and again in the middle of sending
  await until('the first are written', async () => (await messages()).length > 0);
  await killedAndStarted();
  await until('a third has come', () => Promise.resolve(sink.received.length > many / 3));
  await killedAndStarted();
  const killedAt = sink.received.length;
  // then everybody is written to and reached, without anybody waiting for a lease of minutes
  await until('all are sent', async () => {
    const all = await messages();
    return all.length >= many && all.every(({ state }) => state === 'sent');
  });
  expect(killedAt).toBeLessThan(many);
  const all = await messages();
  expect(new Set(all.map(({ recipient }) => recipient)).size).toBe(many);
  const came = Map.groupBy(sink.received, ({ to }) => to.join());
  expect(new Set(came.keys())).toEqual(new Set(all.map(({ recipient }) => recipient)));
  // and nobody got it twice but those of whom it is said, under the same Message-ID
  for (const { recipient, unclear, messageId } of all) {
    const mails = came.get(recipient) ?? [];
    expect(mails.length, recipient).toBeLessThanOrEqual(1 + unclear);
    expect(new Set(mails.map(({ mail }) => mail.messageId))).toEqual(new Set([messageId]));
  }
  // and so few that a person could ask them: the batches that were under way at the kills
  expect(all.reduce((sum, { unclear }) => sum + unclear, 0)).toBeLessThanOrEqual(2 * 2 * 100);
}, 180_000);
