import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendEmail } from '../../channel/tasks/send-email.ts';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { smtpSink, type SmtpSink } from '../../../tests/support/smtp-sink.ts';
import { projectFiles } from '../../../tests/architecture/sources.ts';
import type { TaskResult } from '../../task.ts';

let world: AppWorld;
let sink: SmtpSink;
let last = 0;
let ann = '';

beforeAll(async () => {
  sink = await smtpSink();
  world = await appWorld({
    SMTP_URL: sink.url,
    RELATA_SECRET: 's'.repeat(40),
    RELATA_URL: 'https://crm.example',
  });
  await world.call('admin', 'PUT', '/api/quiet-hours', { from: '00:00', until: '00:00' });
});
afterAll(async () => {
  await world.close();
  await sink.close();
});
beforeEach(() => {
  ann = `ann${++last}@example.com`;
  sink.received.length = 0;
});

const say = (state: string, more: object = {}) =>
  world.call('admin', 'POST', '/api/consents', {
    address: ann,
    purposes: ['news'],
    state,
    source: 'fair in Lisbon',
    shown: 'Write to me about what is new.',
    ...more,
  });

/** What a flow's step gets when it sends. */
async function send(key: string, more: object = {}): Promise<TaskResult> {
  const task = sendEmail(() => world);
  const input = task.input.parse({ to: ann, subject: 'New', text: 'Look', purpose: 'news', ...more });
  const [result] = await task.run(
    [
      {
        input,
        instance: 'i',
        flow: 'f',
        element: 'e',
        subject: null,
        idempotencyKey: `${ann} ${key}`,
        now: Date.now(),
      },
    ],
    {
      records: world.records.service(null as never),
      signal: AbortSignal.timeout(5_000),
      log: () => {},
      plugin: world.plugin,
    },
  );
  return result!;
}

const path = (text: string): string => /https:\/\/crm\.example(\/\S+)/.exec(text)?.[1] ?? '';

test('nobody is written to who did not agree; who did gets a mail with a way out that works in one click', async () => {
  // given nobody agreed
  expect(await send('1')).toMatchObject({ ok: false, code: 'held-back.no-consent' });
  expect(sink.received).toHaveLength(0);
  // when they agree
  expect((await say('given')).status).toBe(201);
  expect(await send('2')).toMatchObject({ ok: true });
  // then the mail has the headers of RFC 8058 and a line for people
  const { mail, to } = sink.received[0]!;
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  expect(to).toEqual([ann]);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const link = path(header('list-unsubscribe') ?? '').replace('>', '');
  expect(mail.text).toContain(link);
  // when a program that looks for harm opens the link, nothing changes; when it is clicked, it ends
  expect((await world.call('nobody', 'GET', link)).status).toBe(200);
  expect(await send('3')).toMatchObject({ ok: true });
  expect((await world.call('nobody', 'POST', link, 'List-Unsubscribe=One-Click')).status).toBe(200);
  expect(await send('4')).toMatchObject({ code: 'held-back.no-consent' });
  // and the proof is there
  const { body } = await world.call('admin', 'GET', `/api/consents?address=${ann}`);
  expect(body.items[0]).toMatchObject({ purpose: 'news', state: 'withdrawn', source: 'one-click' });
  const kept =
    await world.sql`select state, source, shown from core.consent where address = ${ann} order by id`;
  expect(kept[0]).toEqual({
    state: 'given',
    source: 'fair in Lisbon',
    shown: 'Write to me about what is new.',
  });
});

test('a double opt-in counts when the link in the mail was used', async () => {
  await say('asked', { language: 'zh-CN' });
  expect(await send('1')).toMatchObject({ code: 'held-back.no-consent' });
  const link = path(sink.received[0]!.mail.text ?? '');
  expect(link).toMatch(/^\/confirm\//);
  expect(String((await world.call('nobody', 'GET', link)).body)).toContain('Write to me about what is new.');
  expect(await send('2')).toMatchObject({ code: 'held-back.no-consent' });
  await world.call('nobody', 'POST', link);
  expect(await send('3')).toMatchObject({ ok: true });
});

test('the preference page shows and keeps what one wants', async () => {
  const { body } = await world.call('admin', 'GET', `/api/consents?address=${ann}`);
  const link = path(String(body['preferences']));
  expect(String((await world.call('nobody', 'GET', link)).body)).not.toContain('checked');
  await world.call('nobody', 'POST', link, 'purpose=news&purpose=events&save=1');
  expect(await send('1')).toMatchObject({ ok: true });
  expect(await send('2', { purpose: 'offers' })).toMatchObject({ code: 'held-back.no-consent' });
  await world.call('nobody', 'POST', link, 'purpose=news&none=1');
  expect(await send('3')).toMatchObject({ code: 'held-back.no-consent' });
  // An answer that makes a page of what somebody else wrote would be a hole.
  expect(String((await world.call('nobody', 'GET', link)).body)).not.toContain('<script');
});

test.each(['preferences', 'unsubscribe', 'confirm'])(
  'a forged or old link to /%s is refused',
  async (kind) => {
    const inside = { channel: 'email', address: ann, purpose: 'news' };
    const wanted = kind === 'unsubscribe' ? 'leave' : kind;
    const old = world.links.sign(wanted, inside, -1_000);
    expect((await world.call('nobody', 'POST', `/${kind}/${old}`)).body).toMatchObject({
      code: 'link-expired',
    });
    const good = world.links.sign(wanted, inside, 60_000);
    const forged = `${Buffer.from(JSON.stringify({ ...inside, until: 9e9 })).toString('base64url')}.${good.split('.')[1]}`;
    const other = world.links.sign('other', inside, 60_000);
    for (const token of [forged, other, `${good}x`, 'x'.repeat(30)])
      expect((await world.call('nobody', 'POST', `/${kind}/${token}`)).body).toMatchObject({
        code: 'link-forged',
      });
    // In a browser that is a page with the sentence, in the reader's language.
    const page = await world.open(`/${kind}/x`, { accept: 'text/html,*/*', 'accept-language': 'zh-CN' });
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(await page.text()).toMatch(/未能完成[^]*这不是我们的链接/);
  },
);

test('the pages that links lead to say whose they are', async () => {
  await world.call('admin', 'PATCH', '/api/company', { name: 'Merano <Devices>' });
  const inside = {
    channel: 'email',
    address: ann,
    purpose: 'news',
    purposes: 'news',
    shown: 'News, please.',
  };
  for (const [kind, path] of [
    ['preferences', 'preferences'],
    ['leave', 'unsubscribe'],
    ['confirm', 'confirm'],
  ] as const) {
    const { body } = await world.call('nobody', 'GET', `/${path}/${world.links.sign(kind, inside, 60_000)}`);
    expect(String(body)).toContain('Merano &#60;Devices&#62;');
  }
});

test('no more than the limit, also when all come at once; a retry counts once', async () => {
  await say('given');
  const sent = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => send(key)));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
  expect(sent.find(({ ok }) => !ok)).toMatchObject({ code: 'held-back.limit-reached' });
  const first = ['a', 'b', 'c', 'd', 'e', 'f'][sent.findIndex(({ ok }) => ok)]!;
  expect(await send(first)).toMatchObject({ ok: true });
});

test('at night it waits until the morning of the person', async () => {
  await say('given');
  const hour = (ahead: number): string =>
    new Date(Date.now() + ahead * 3_600_000).toISOString().slice(11, 13) + ':00';
  await world.call('admin', 'PUT', '/api/quiet-hours', { from: hour(0), until: hour(2) });
  const held = await send('1', { timeZone: 'UTC' });
  expect(held).toMatchObject({ ok: false, code: 'later', until: expect.any(Number) });
  expect(await send('2', { purpose: 'service' })).toMatchObject({ ok: true });
  await world.call('admin', 'PUT', '/api/quiet-hours', { from: '00:00', until: '00:00' });
});

test('what is suppressed by hand gets service only, until it is let go', async () => {
  await say('given');
  await world.call('admin', 'POST', '/api/suppressions', { address: ann.toUpperCase() });
  expect(await send('1')).toMatchObject({ code: 'held-back.suppressed' });
  expect(await send('2', { purpose: 'service' })).toMatchObject({ ok: true });
  await world.call('admin', 'DELETE', `/api/suppressions?address=${ann}`);
  expect(await send('3')).toMatchObject({ ok: true });
  await world.consents.suppress({ channel: 'email', address: ann, reason: 'bounce', detail: null });
  expect(await send('4', { purpose: 'service' })).toMatchObject({ code: 'held-back.suppressed' });
});

test('what is wrong is refused with a sentence', async () => {
  for (const [more, code] of [
    [{ address: 'ann at example' }, 'address-invalid'],
    [{ purposes: ['ghost'] }, 'purpose-unknown'],
  ] as const) {
    const { status, body } = await say('given', more);
    expect([status, (body['errors'] as { code: string }[])[0]!.code]).toEqual([422, code]);
  }
  expect(await send('1', { purpose: 'ghost' })).toMatchObject({ code: 'held-back.purpose-unknown' });
  await world.person('Sam', ['sales.seller']);
  expect((await world.call('Sam', 'GET', `/api/consents?address=${ann}`)).status).toBe(403);
});

test('there is no way to the mail server but through the gate', () => {
  const sources = projectFiles().filter(
    (file) => /^(core|plugins)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'),
  );
  const naming = (what: RegExp): string[] =>
    sources.filter((file) => what.test(readFileSync(join(import.meta.dirname, '../../..', file), 'utf8')));
  const sockets = naming(/from '(nodemailer[^']*|node:net|node:tls)'/);
  expect(sockets.filter((file) => file.includes('channel/'))).toEqual([
    'core/channel/email.ts',
    'core/channel/outgoing.ts',
    'core/channel/smtp/dialogue.ts',
    'core/channel/smtp/open-connection.ts',
  ]);
  expect(naming(/from 'nodemailer/)).toEqual([
    'core/channel/email.ts',
    'core/channel/smtp/open-connection.ts',
  ]);
  expect(naming(/from '[^']*\/(smtp\/)?open-connection\.ts'/)).toEqual(['core/channel/smtp/pool.ts']);
  expect(naming(/from '[^']*smtp\/pool\.ts'/)).toEqual(['core/channel/email.ts']);
  expect(naming(/\boverSmtp\b/)).toEqual(['core/channel/email.ts']);
  expect(readFileSync(join(import.meta.dirname, '../../channel/email.ts'), 'utf8')).toContain(
    'guardedChannel(overSmtp(options), guard)',
  );
});
