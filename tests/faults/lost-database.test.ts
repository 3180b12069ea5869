import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../core/db/connect.ts';
import { startEmbedded, type EmbeddedServer } from '../../core/db/embedded.ts';
import { adminKey, startRelata, type RelataProcess } from '../support/relata-process.ts';
import { straight, waitsOfAllKinds } from './flow-files.ts';
import { isConfirmed } from './click.ts';
import { until } from './until.ts';

let folder: string;
let database: EmbeddedServer;
let relata: RelataProcess;
let receiver: Server;
/** What came, by its idempotency key: one whose answer could not be noted may come again under the same. */
const received = new Map<string, Set<string>>();
/** The answer to a sign-in, with its cookie. */
let signedIn: Response;
const person = { email: 'ann@example.com', password: 'long enough' };

beforeAll(async () => {
  receiver = createServer((request, answer) => {
    const key = String(request.headers['idempotency-key']);
    const bodies = received.get(key) ?? new Set();
    received.set(key, bodies);
    request.on('data', (chunk: Buffer) => bodies.add(chunk.toString('utf8')));
    request.on('end', () => answer.end('{}'));
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  folder = await mkdtemp(join(tmpdir(), 'relata-lost-'));
  await chmod(folder, 0o755);
  database = await startEmbedded(join(folder, 'postgres'), ['-c', 'fsync=off']);
  relata = await startRelata({
    DATABASE_URL: database.url,
    RELATA_SECRET: 'secret-secret-secret-secret-secret',
    RELATA_TEST_CLOCK: '1',
    RELATA_ALLOW_HOSTS: '127.0.0.1',
  });
  const { port } = receiver.address() as AddressInfo;
  await relata.call('POST', '/api/flows', { xml: waitsOfAllKinds(`http://127.0.0.1:${port}/`) });
  await relata.call('POST', '/api/flows', { xml: straight });
  await relata.call('POST', '/api/users', { name: 'Ann', ...person, roles: ['administrator'] });
  signedIn = await ask('/api/auth/sign-in/email', { method: 'POST', body: JSON.stringify(person) });
}, 180_000);
afterAll(async () => {
  await relata?.kill();
  await database?.stop().catch(() => {});
  receiver?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const ask = (path: string, options: RequestInit & { language?: string } = {}): Promise<Response> =>
  fetch(relata.url + path, {
    ...options,
    headers: {
      authorization: `Bearer ${adminKey}`,
      'accept-language': options.language ?? 'en',
      'content-type': 'application/json',
      ...options.headers,
    },
  });

const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;

const startOne = async (n: number): Promise<string> =>
  (
    await relata.call<{ id: string }>('POST', '/api/flows/waits/instances', {
      variables: { n },
      businessKey: `lost ${n}`,
    })
  ).id;

const completeWork = async (instance: string): Promise<void> => {
  const { items } = await relata.call<{ items: { id: string }[] }>(
    'GET',
    `/api/work-items?instance=${instance}`,
  );
  // Confirmed or only stored: what follows waits until it is done.
  await isConfirmed(relata.call('POST', `/api/work-items/${items[0]!.id}/complete`, { variables: {} }));
};

const stateOf = async (id: string): Promise<string> =>
  (await relata.call<{ state: string }>('GET', `/api/instances/${id}`)).state;

const accounts = async (): Promise<string[]> => {
  const sql = connect(database.url, { max: 1 });
  const rows = await sql<{ name: string }[]>`select name from data.account order by name`;
  await sql.end();
  return rows.map((row) => row.name);
};

/** Instances that were given to the server and not worked off when the database goes away. */
const startMany = 400;
let waiting: { atPerson: string; atTimer: string };

test('without its database the server says so, in the language of whoever asks', async () => {
  // given work at every kind of wait, and some that is running
  waiting = { atPerson: await startOne(1), atTimer: await startOne(2) };
  await completeWork(waiting.atTimer);
  await relata.call('POST', '/api/records/account', { name: 'Kept' });
  await relata.call('POST', '/api/flows/straight/instances', {
    items: Array.from({ length: startMany }, (_, n) => ({ variables: { n } })),
  });
  // when
  await database.stop();
  // then
  for (const [language, sentence] of [
    ['en', 'The database cannot be reached at the moment. Nothing was lost; try again shortly.'],
    ['zh-CN', '目前无法连接数据库。数据没有丢失,请稍后重试。'],
  ] as const)
    for (const [path, method, body] of [
      ['/api/records/account', 'GET', undefined],
      ['/api/records/account', 'POST', { name: 'Never written' }],
      ['/api/work-items', 'GET', undefined],
      ['/api/flows', 'GET', undefined],
      ['/api/flows/waits/instances', 'POST', { variables: { n: 3 } }],
      ['/api/auth/sign-in/email', 'POST', person],
      ['/readyz', 'GET', undefined],
    ] as const) {
      const answer = await ask(path, { method, language, body: body && JSON.stringify(body) });
      const text = await answer.text();
      expect(text, path).toMatch(/^\{/);
      expect({ path, ...(JSON.parse(text) as object) }).toMatchObject({
        path,
        status: 503,
        code: 'database-unavailable',
        detail: sentence,
      });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('retry-after')).toBe('1');
    }
  expect((await ask('/healthz')).status).toBe(200);
}, 120_000);

test('a session is not ended, and a live stream refused in words, by a lost database', async () => {
  const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]!.split(';')[0]!;
  // given a cookie the server remembers no more
  const cookie = cookieOf(signedIn);
  const known = Date.now() + 6_000;
  await until('the server asks the database who this is', () => Promise.resolve(Date.now() > known));
  // when
  const answer = await fetch(`${relata.url}/api/meta`, { headers: { cookie } });
  // then it is not 401: nobody was signed out
  expect([answer.status, await codeOf(answer)]).toEqual([503, 'database-unavailable']);
  const stream = await ask('/api/events/stream');
  expect([stream.status, await codeOf(stream)]).toEqual([503, 'database-unavailable']);
}, 60_000);

test('when the database is back the server goes on by itself, and nothing is lost', async () => {
  // when
  database = await startEmbedded(join(folder, 'postgres'), ['-c', 'fsync=off'], database.port);
  await until('ready again', async () => (await ask('/readyz')).ok);
  expect((await ask('/api/records/account')).status).toBe(200);
  // then what was given before is worked off, once each
  await until('bulk work done', async () => {
    const { items } = await relata.call<{ items: { key: string; counts: { completed: number } }[] }>(
      'GET',
      '/api/flows',
    );
    return items.find((flow) => flow.key === 'straight')!.counts.completed === startMany;
  });
  const expected = ['Kept', ...Array.from({ length: startMany }, (_, n) => `Account ${n}`)].toSorted();
  expect((await accounts()).toSorted()).toEqual(expected);
  // and what waited goes on
  await completeWork(waiting.atPerson);
  await relata.call('POST', '/api/clock', { advance: 'PT2H' });
  for (const id of Object.values(waiting))
    await until('the instance has ended', async () => (await stateOf(id)) === 'completed');
  expect([...received.values()].map((bodies) => [...bodies]).toSorted()).toEqual([['1'], ['2']]);
}, 180_000);

test('the live stream tells of what happens afterwards', async () => {
  const stopping = new AbortController();
  const stream = await ask('/api/events/stream', { signal: stopping.signal });
  let text = '';
  const reading = (async () => {
    for await (const chunk of stream.body!) text += Buffer.from(chunk).toString('utf8');
  })().catch(() => {});
  await until('a record on the live stream', async () => {
    await relata.call('POST', '/api/records/account', { name: 'Live' });
    return text.includes('account.created');
  });
  stopping.abort();
  await reading;
  expect(text).toContain('event: record');
}, 90_000);
