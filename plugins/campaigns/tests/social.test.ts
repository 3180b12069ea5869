/** Posting to networks: real requests to a network that this test keeps. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TaskResult, TaskType } from '../../../core/index.ts';
import { appWorld, type Answer, type AppWorld } from '../../../tests/support/app-world.ts';
import { findAdapter } from '../models/social/find-adapter.ts';
import { postSocial } from '../tasks/post-social.ts';
import { readSocial } from '../tasks/read-social.ts';

interface Asked {
  method: string;
  path: string;
  key: string | undefined;
  token: string | undefined;
  body: string;
}

let world: AppWorld;
let network: Server;
let address = '';
let asked: Asked[] = [];
/** What the network answers instead of taking a post. */
let refusal: { status: number; error: string } | undefined;
let mara = '';
let mastodon = '';
let webhook = '';

beforeAll(async () => {
  network = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const key = headers['idempotency-key'] as string | undefined; // Sent once.
      asked.push({ method, path, key, token: headers.authorization, body });
      const isPost = method === 'POST' && path.endsWith('/statuses');
      const answer = isPost && refusal ? { error: refusal.error } : answerTo(path);
      response.writeHead(isPost && refusal ? refusal.status : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
  // The cast: it listens on a port.
  address = `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
  world = await appWorld({ RELATA_ALLOW_HOSTS: '127.0.0.1' });
  mara = await world.person('Mara', ['campaigns.marketer']);
  await world.person('Sam', ['sales.seller']);
  mastodon = await make('social-account', {
    ...{ name: 'Ours', network: 'mastodon', address, token: 'secret-token', language: 'zh-CN' },
  });
  webhook = await make('social-account', { name: 'Hook', network: 'webhook', address: `${address}/hook` });
});
afterAll(async () => {
  await world.close();
  await new Promise((resolve) => network.close(resolve));
});
beforeEach(() => {
  asked = [];
  refusal = undefined;
});

const answerTo = (path: string): unknown =>
  path.includes('/media')
    ? { id: 'media-1' }
    : {
        ...{ id: '42', url: 'https://network.example/@ours/42' },
        ...{ favourites_count: 7, reblogs_count: 2, replies_count: 1 },
      };

async function make(entity: string, values: Record<string, unknown>): Promise<string> {
  const { status, body } = await world.call('Mara', 'POST', `/api/records/${entity}`, values);
  expect(status, JSON.stringify(body)).toBe(201);
  return String(body['id']);
}

const change = (id: string, values: Record<string, unknown>): Promise<Answer> =>
  world.call('Mara', 'PATCH', `/api/records/social-post/${id}`, values);

async function makePost(values: Record<string, unknown>, accounts: readonly string[]): Promise<string> {
  const plannedFor = new Date(world.plugin.now()).toISOString();
  const post = await make('social-post', { name: 'Hello', plannedFor, ...values });
  for (const account of accounts) await make('social-target', { post, account, name: 'At it' });
  return post;
}

async function run(task: TaskType, post: string): Promise<TaskResult> {
  const call = { flow: 'social-post', instance: randomUUID(), element: 'post', subject: null };
  const [result] = await task.run(
    [{ input: { post }, ...call, idempotencyKey: randomUUID(), now: world.plugin.now() }],
    {
      records: world.plugin.records(world.plugin.self),
      ...{ plugin: world.plugin, signal: new AbortController().signal, log: () => {} },
    },
  );
  return result!;
}

/** A picture of one point, as a stream. */
async function* pixel(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
}

const targets = (post: string) =>
  world.plugin
    .records(world.plugin.self)
    .find('social-target', { post: { eq: post } }, { sort: ['createdAt'] });
const codesOf = ({ body }: Answer): unknown[] => [body['code']];

test('a post goes to each of its accounts once, with its link, picture and key, through the outbox', async () => {
  // given a post with a link and a picture, to a network and to a webhook
  const picture = await world.plugin.files.write({ name: 'lamp.png', bytes: pixel(), createdBy: mara });
  const post = await makePost(
    {
      ...{ text: 'A lamp', link: 'https://lumen.example/loan' },
      ...{ picture: picture.id, pictureText: 'A lamp on a bench' },
    },
    [mastodon, webhook],
  );
  // when it is posted, and the step runs once more as after a crash
  expect(await run(postSocial, post)).toEqual({ ok: true, value: { posted: 2 } });
  expect(await run(postSocial, post)).toEqual({ ok: true, value: { posted: 2 } });
  // then each was asked once
  const [status, hook] = [
    asked.filter(({ path }) => path === '/api/v1/statuses'),
    asked.filter(({ path }) => path === '/hook'),
  ];
  expect([status.length, hook.length]).toEqual([1, 1]);
  expect(status[0]).toMatchObject({ token: 'Bearer secret-token', key: expect.stringMatching(/^social:/) });
  expect(JSON.parse(status[0]!.body)).toEqual({
    ...{ status: 'A lamp\n\nhttps://lumen.example/loan', media_ids: ['media-1'], language: 'zh' },
  });
  // and the outbox is filtered by the plugin's channel as by the core's
  const sent = await world.call('Mara', 'GET', '/api/outbox?channel=social');
  expect(sent.body.items).toMatchObject([
    { channel: 'social', subject: 'Hello', state: 'sent', recipientName: 'Ours', purposeName: 'Service' },
  ]);
  expect(sent.body['channels']).toContainEqual({ id: 'social', name: 'Social network' });
  const media = asked.filter(({ path }) => path === '/api/v2/media');
  expect(media.map(({ body }) => body)).toEqual([expect.stringMatching(/image\/png[^]*A lamp on a bench/)]);
  expect(JSON.parse(hook[0]!.body)).toMatchObject({
    ...{ subject: 'Hello', text: expect.stringContaining('A lamp') },
    attachments: [{ name: 'A lamp on a bench', type: 'image/png' }],
  });
  expect(await targets(post)).toMatchObject([
    { state: 'posted', link: 'https://network.example/@ours/42' },
    { state: 'posted' },
  ]);
  expect((await world.call('Mara', 'GET', `/api/records/social-post/${post}`)).body).toMatchObject({
    status: 'posted',
  });
  const rows = await world.sql`select channel, state from core.outbox where record_id = ${post} order by 1`;
  expect([...rows]).toEqual([
    { channel: 'social', state: 'sent' },
    { channel: 'webhook', state: 'sent' },
  ]);
  // and what people did with it is asked, and it is taken down where that can be
  expect(await run(readSocial, post)).toEqual({ ok: true, value: { likes: 7, shares: 2, replies: 1 } });
  const [there, atHook] = await targets(post);
  const down = (target: unknown, who = 'Mara') =>
    world.call(who, 'POST', `/api/plugins/campaigns/social/${post}/take-down`, { target });
  expect((await down(there!.id, 'Sam')).status).toBe(403);
  expect((await down(there!.id)).status).toBe(204);
  expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v1/statuses/42' });
  expect(codesOf(await down(atHook!.id))).toEqual(['social-stays']);
});

test('what one network refuses is told, and tried again there alone', async () => {
  // given
  const post = await makePost({ text: 'Once more' }, [mastodon, webhook]);
  refusal = { status: 422, error: 'Validation failed' };
  // when
  expect(await run(postSocial, post)).toMatchObject({ ok: false, code: 'social-refused' });
  const { body } = await world.call('Mara', 'GET', `/api/records/social-post/${post}`);
  expect(body).toMatchObject({ status: 'failed', reason: 'Ours: 422: Validation failed' });
  refusal = undefined;
  expect(await run(postSocial, post)).toMatchObject({ ok: true });
  // then
  expect(asked.map(({ path }) => path).toSorted()).toEqual(['/api/v1/statuses', '/api/v1/statuses', '/hook']);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(3);
  expect(await targets(post)).toMatchObject([{ state: 'posted', reason: null }, { state: 'posted' }]);
  // and a network that is only busy is asked later, with the same key
  refusal = { status: 503, error: 'Busy' };
  const busy = await makePost({ text: 'Later' }, [mastodon]);
  expect(await run(postSocial, busy)).toMatchObject({ ok: false, code: 'later', until: expect.any(Number) });
  refusal = undefined;
  expect(await run(postSocial, busy)).toMatchObject({ ok: true });
  expect(new Set(asked.slice(3).map(({ key }) => key)).size).toBe(1);
});

test('a post is planned only as its networks take it, and says why where it is not', async () => {
  const plan = async (id: string) => codesOf(await change(id, { status: 'planned' }));
  const long = await makePost({ text: '灯'.repeat(480) }, [mastodon]);
  expect(await plan(await makePost({ text: 'To nobody' }, []))).toEqual(['social-no-account']);
  expect(await plan(await makePost({ text: 'No time', plannedFor: null }, [mastodon]))).toEqual([
    'social-no-time',
  ]);
  expect(await plan(await makePost({}, [mastodon]))).toEqual(['social-no-text']);
  expect(await plan(long)).toEqual([undefined]);
  // A link counts as 23 characters there, however long it is; with its empty line that is five too many.
  expect(codesOf(await change(long, { link: `https://lumen.example/${'x'.repeat(300)}` }))).toEqual([
    'social-long',
  ]);
  const bare = await make('social-account', { name: 'Bare', network: 'mastodon', address });
  expect(await plan(await makePost({ text: 'No key' }, [bare]))).toEqual(['social-no-token']);
  expect(codesOf(await change(long, { status: 'posted' }))).toEqual(['social-by-posting']);
  // and what was agreed to stays as it is
  const campaign = await make('campaign', { name: 'Careful', approvesPosts: true });
  const agreed = await makePost({ text: 'As it is', campaign }, [mastodon]);
  await change(agreed, { status: 'planned' });
  expect(codesOf(await change(agreed, { text: 'Otherwise' }))).toEqual(['social-agreed']);
  const more = await world.call('Mara', 'POST', '/api/records/social-target', {
    post: agreed,
    account: webhook,
  });
  expect(codesOf(more)).toEqual(['social-agreed']);
  expect(asked).toEqual([]);
});

test('where an account posts to is a secret: what is no address is refused, and nobody reads it back with the record', async () => {
  const hook = { name: 'Private', network: 'webhook' };
  const wrong = await world.call('Mara', 'POST', '/api/records/social-account', {
    ...{ ...hook, address: 'javascript:alert(1)' },
  });
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/address', code: 'not-url' }] } });
  const id = await make('social-account', { ...hook, address: 'https://hooks.example/T0/s3cret' });
  const paths = ['', '?fields=address', '/timeline'].map((end) => `/api/records/social-account/${id}${end}`);
  const said = await Promise.all(
    [...paths, '/api/records/social-account'].map((path) => world.call('Mara', 'GET', path)),
  );
  expect(JSON.stringify(said.map(({ body }) => body))).not.toContain('s3cret');
  expect(said[0]!.body['address']).toMatchObject({ isSet: true });
});

test('on trial nothing is sent; a network that a plugin brings is found by its name', async () => {
  const trial = await appWorld({ RELATA_ALLOW_HOSTS: '127.0.0.1', RELATA_TRIAL: '1' });
  const first = world;
  try {
    await trial.person('Mara', ['campaigns.marketer']);
    world = trial;
    const at = await make('social-account', { name: 'Ours', network: 'mastodon', address, token: 'x' });
    const post = await makePost({ text: 'On trial' }, [at]);
    expect(await run(postSocial, post)).toEqual({ ok: true, value: { posted: 1 } });
    expect(await targets(post)).toMatchObject([{ state: 'trial', link: null }]);
    await expect(
      trial.plugin.outgoing({ method: 'GET', url: address, headers: {}, signal: AbortSignal.timeout(1_000) }),
    ).rejects.toMatchObject({ code: 'trial-mode' });
    expect(asked).toEqual([]);
  } finally {
    world = first;
    await trial.close();
  }
  const pigeon = { network: 'pigeon' };
  const offered = (place: string) => (place === 'campaigns.social' ? [pigeon] : []);
  expect(findAdapter({ offered }, { network: 'other', adapter: 'pigeon' })).toBe(pigeon);
  expect(findAdapter({ offered }, { network: 'other', adapter: 'gone' })).toBeUndefined();
});
