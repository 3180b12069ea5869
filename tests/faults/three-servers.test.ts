import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import postgres from 'postgres';
import { connect, type Sql } from '../../core/db/connect.ts';
import { databaseUrl } from '../../core/db/embedded.ts';
import { process as bpmn, sequence, service } from '../support/flow-world.ts';
import { startRelata, type RelataProcess } from '../support/relata-process.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { until } from './until.ts';

/** With RELATA_FAULTS=all as many as are asked of it; otherwise enough to see that it holds. */
const isWhole = process.env['RELATA_FAULTS'] === 'all';
const many = isWhole ? 2_000 : 200;
const kills = isWhole ? 12 : 2;
const name = `servers_${randomBytes(6).toString('hex')}`;

let folder: string;
let receiver: Receiver;
let sql: Sql;
let port: number;
const servers: RelataProcess[] = [];

const start = (): Promise<RelataProcess> =>
  startRelata({
    DATABASE_URL: databaseUrl(port, name),
    RELATA_DATA_DIR: folder,
    RELATA_DEMO: '0',
    RELATA_SECRET: 'faults-faults-faults-faults-faults-faults',
    RELATA_ALLOW_HOSTS: '127.0.0.1',
  });

/** A message that starts, a record, a timer, another system, a message to oneself. */
const errand = (url: string): string =>
  bpmn(
    'errand',
    `<bpmn:startEvent id="s"/>${service('make', 'core.create-record', {
      inputs: [
        `name="entity" value="'account'"`,
        `name="values" value="{'name': 'Account ' &amp; $string(n)}"`,
      ],
    })}
    <bpmn:intermediateCatchEvent id="later"><bpmn:timerEventDefinition><bpmn:timeDuration>"PT" &amp; $string(n % 9) &amp; "S"</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    ${service('call', 'core.http-request', { inputs: [`name="method" value="'POST'"`, `name="url" value="'${url}'"`, 'name="body" value="n"'], retry: '<relata:retry times="9" backoff="PT1S"/>' })}
    <bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>
    <bpmn:intermediateThrowEvent id="send"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="n"/></bpmn:intermediateThrowEvent>
    <bpmn:intermediateCatchEvent id="hear"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="n"/></bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="e"/>
    ${sequence('s', 'make', 'later', 'call', 'fork', 'send', 'join', 'e')}${sequence('fork', 'hear', 'join')}`,
    { extra: '<bpmn:message id="m" name="errand.told"/>' },
  );

beforeAll(async () => {
  port = inject('postgresPort');
  folder = await mkdtemp(join(tmpdir(), 'relata-servers-'));
  receiver = await startReceiver();
  const admin = postgres(databaseUrl(port, 'postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template template_relata`);
  await admin.end();
  sql = connect(databaseUrl(port, name), { max: 2 });
  // The first one brings the tables up.
  servers.push(await start());
  servers.push(...(await Promise.all([start(), start()])));
  await servers[0]!.call('POST', '/api/flows', { xml: errand(receiver.url) });
}, 240_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await receiver.close();
  await sql.end({ timeout: 5 });
  await rm(folder, { recursive: true, force: true });
}, 90_000);

test('one of three servers is killed again and again: nothing is lost, nothing happens twice', async () => {
  // given
  const items = Array.from({ length: many }, (_, n) => ({ variables: { n } }));
  const { ids } = await servers[0]!.call<{ ids: string[] }>('POST', '/api/flows/errand/instances', { items });
  expect(ids).toHaveLength(many);
  // when each in turn is killed at some moment, and another comes in its place
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 500 + 700 * (kill % 4)));
    const at = kill % servers.length;
    await servers[at]!.kill();
    servers[at] = await start();
  }
  // then all come to their end
  const finished = () => sql`select status from flow.finished`;
  await until('all ended', async () => (await finished()).length === many, 240);
  expect(new Set((await finished()).map((row) => row['status']))).toEqual(new Set(['completed']));
  // and each did all of it once: its record, and its call under one key, however often that was sent
  const [made] = await sql`
    select count(*)::int as records, count(distinct name)::int as names,
      (select count(*)::int from core.event where type = 'account.created') as events from data.account`;
  expect(made).toEqual({ records: many, names: many, events: many });
  expect(receiver.keys.size).toBe(many);
  expect(await sql`select code from flow.incident where resolved_at is null`).toEqual([]);
  const left =
    await sql`select kind from core.job where kind like 'flow.%' and kind not in ('flow.retention', 'flow.timer-start')`;
  expect(left).toEqual([]);
}, 600_000);
