import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import postgres from 'postgres';
import { connect } from '../../../core/db/connect.ts';
import { databaseUrl } from '../../../core/db/embedded.ts';
import { startRelata, type RelataProcess } from '../../support/relata-process.ts';
import { commitProxy, type CommitProxy } from './commit-proxy.ts';
import { journeyFlow, remains, travel } from './journey.ts';
import { startReceiver, type Receiver } from '../receiver.ts';

/** With RELATA_FAULTS=all the server is killed at each of its commits, both ways; otherwise at two of them. */
const isWhole = process.env['RELATA_FAULTS'] === 'all';
const template = `commits_${randomBytes(6).toString('hex')}`;

let folder: string;
let receiver: Receiver;
let proxy: CommitProxy;
let port: number;
const environment = { RELATA_DEMO: '0', RELATA_SECRET: 'faults-faults-faults-faults-faults-faults' };

beforeAll(async () => {
  port = inject('postgresPort');
  folder = await mkdtemp(join(tmpdir(), 'relata-commits-'));
  [receiver, proxy] = await Promise.all([startReceiver(), commitProxy(port)]);
  await administer(`create database ${template} template template_relata`);
  const relata = await start(template);
  await relata.call('POST', '/api/flows', { xml: journeyFlow(receiver.url) });
  await relata.stop();
}, 240_000);
afterAll(async () => {
  await proxy.close();
  await receiver.close();
  await administer(`drop database ${template} with (force)`);
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const start = (database: string): Promise<RelataProcess> =>
  startRelata({
    ...environment,
    DATABASE_URL: databaseUrl(proxy.port, database),
    RELATA_DATA_DIR: folder,
    RELATA_ALLOW_HOSTS: new URL(receiver.url).hostname,
  });

async function administer(statement: string): Promise<void> {
  const admin = postgres(databaseUrl(port, 'postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(statement).finally(() => admin.end());
}

interface Kill {
  commit: number;
  moment: 'unheard' | 'heard';
}

interface Traces {
  remains: unknown;
  commits: number;
  /** Idempotency keys that the other system saw. */
  keys: number;
}

/** One journey in a database of its own; the server is killed at the commit given, and started again. */
async function journey(kill: Kill | null): Promise<Traces> {
  const name = `${template}_${kill ? `${kill.commit}_${kill.moment}` : 'whole'}`;
  await administer(`create database ${name} template ${template}`);
  const sql = connect(databaseUrl(port, name), { max: 2 });
  receiver.keys.clear();
  let running = start(name);
  try {
    const relata = await running;
    proxy.arm(
      kill && {
        ...kill,
        onCommit: () => {
          process.kill(relata.pid, 'SIGKILL');
          running = relata.kill().then(() => start(name));
        },
      },
    );
    await travel({ relata: () => running, sql });
    return { remains: await remains(sql), commits: proxy.count(), keys: receiver.keys.size };
  } finally {
    await (await running).stop();
    await sql.end({ timeout: 5 });
    await administer(`drop database ${name} with (force)`);
  }
}

test('killed at any of its commits, a journey ends as if nothing had happened', async () => {
  // given
  const whole = await journey(null);
  expect(whole).toMatchObject({ keys: 1, remains: { left: [] } });
  expect(whole.commits).toBeGreaterThan(8);
  // when it is killed at a commit, before or after the server hears of it
  const every = isWhole ? 1 : Math.floor(whole.commits / 2) + 1;
  for (let commit = 1; commit <= whole.commits; commit += every)
    for (const moment of isWhole
      ? (['unheard', 'heard'] as const)
      : ([commit % 2 ? 'heard' : 'unheard'] as const)) {
      const { remains: left, keys } = await journey({ commit, moment });
      // then
      expect({ commit, moment, left, keys }).toEqual({ commit, moment, left: whole.remains, keys: 1 });
    }
}, 3_600_000);
