import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMembers } from '../bench/campaigns/members.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { process as bpmn, sequence, service } from '../support/flow-world.ts';
import { startRelata, type RelataProcess } from '../support/relata-process.ts';
import { smtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { until } from './until.ts';

/** With RELATA_FAULTS=all as many as are asked of it; otherwise enough to see that it holds. */
const isWhole = process.env['RELATA_FAULTS'] === 'all';
/** More than are written in one step, so that one kill falls between two of them. */
const many = isWhole ? 10_000 : 700;
const members = isWhole ? 50_000 : 150;

let folder: string;
let database: TestDatabase;
let sink: SmtpSink;
let relata: RelataProcess;

const start = (): Promise<RelataProcess> =>
  startRelata({
    DATABASE_URL: database.url,
    RELATA_DATA_DIR: folder,
    RELATA_DEMO: '0',
    RELATA_TEST_CLOCK: '1',
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

const letter = (id: string, template: string): string =>
  service(id, 'campaigns.send-mail', { inputs: [`name="template" value="'${template}'"`] });
const journey = (steps: string, ...order: readonly string[]): string =>
  bpmn(
    'journey',
    `<bpmn:startEvent id="s"/>${steps}<bpmn:intermediateCatchEvent id="week"><bpmn:timerEventDefinition><bpmn:timeDuration>P7D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>
    ${sequence(...order)}`,
    { attributes: 'relata:subject="contact"' },
  );

test('a journey is changed while its members wait in it: all move, also past a kill; nobody is lost, nobody gets a mail twice', async () => {
  // given members who got a first mail and wait for a week
  sink.received.length = 0;
  const { segment } = await makeMembers({ relata, sql: database.sql }, { key: 'journey', count: members });
  const ids = await database.sql<{ id: string }[]>`
    select record_id as id from core.segment_member where segment_id = ${segment}`;
  const template = async (name: string): Promise<string> =>
    (await made('template', { name, subject: name, body: '<mj-text>{{ contact.name }}</mj-text>' })).id;
  const [first, news, last] = [await template('First'), await template('News'), await template('Last')];
  const steps = letter('first', first) + letter('last', last);
  await relata.call('POST', '/api/flows', { xml: journey(steps, 's', 'first', 'week', 'last', 'e') });
  const items = ids.map(({ id }) => ({ subject: `contact/${id}` }));
  for (let from = 0; from < items.length; from += 5_000)
    await relata.call('POST', '/api/flows/journey/instances', { items: items.slice(from, from + 5_000) });
  const standing = () =>
    database.sql<{ version: number; count: number }[]>`
      select version, count(*)::int as count from flow.instance where flow = 'journey' group by 1`;
  await until('the first mail is written to all', async () => (await messagesOf(first)) === members, 600);
  // when a mail is put in behind the week, those who wait are moved, and the server is killed in the middle
  await relata.call('POST', '/api/flows', {
    xml: journey(steps + letter('news', news), 's', 'first', 'week', 'news', 'last', 'e'),
  });
  const { id } = await relata.call<{ id: string }>('POST', '/api/flows/journey/migrate', { from: 1, to: 2 });
  type Progress = { state: string; total: number; done: number; failed: number };
  const progress = () => relata.call<Progress>('GET', `/api/operations/${id}`);
  await until('some have moved', async () => (await standing()).some(({ version }) => version === 2));
  await killedAndStarted();
  const moved = await until(
    'all have moved',
    async () => {
      const now = await progress();
      return now.state === 'completed' && now;
    },
    600,
  );
  // then each is counted once, and stands where it stood
  expect(moved).toMatchObject({ total: members, done: members, failed: 0 });
  expect(await standing()).toEqual([{ version: 2, count: members }]);
  // and a week later each gets what the journey says now, once
  await relata.call('POST', '/api/clock', { advance: 'P8D' }).catch((error: unknown) => {
    // It is moved all the same, and tells that mails are still being sent.
    if (!String(error).includes('clock-busy')) throw error;
  });
  await until('all have gone through', async () => (await standing()).length === 0, 600);
  await until(
    'all is sent',
    async () => {
      const [left] = await database.sql`select 1 from core.outbox where state <> 'sent' limit 1`;
      return left === undefined;
    },
    600,
  );
  for (const one of [first, news, last]) expect(await messagesOf(one)).toBe(members);
  const [twice] = await database.sql<{ unclear: number }[]>`
    select coalesce(sum(unclear), 0)::int as unclear from core.outbox where about->>'flow' = 'journey'`;
  expect(sink.received.length).toBeLessThanOrEqual(3 * members + twice!.unclear);
  const came = new Set(sink.received.map(({ to, mail }) => `${to.join()} ${mail.subject}`));
  expect(came.size).toBe(3 * members);
}, 1_200_000);

/** To how many different people a template was written; a second one to the same person would be one more row. */
async function messagesOf(template: string): Promise<number> {
  const [row] = await database.sql<{ rows: number; people: number }[]>`
    select count(*)::int as rows, count(distinct recipient)::int as people from core.outbox
    where about->>'template' = ${template}`;
  expect(row!.rows).toBe(row!.people);
  return row!.people;
}
