import { expect, test } from 'vitest';
import { Problem } from '../../errors.ts';
import { createLinks } from '../link/signed-link.ts';
import { largestMail, readMail } from './read-mail.ts';

const now = Date.UTC(2026, 10, 21, 9);
const read = (lines: string[], trusted?: string) =>
  readMail(Buffer.from(lines.join('\r\n')), { now, ...(trusted && { trusted }) });
const head = [
  'From: Ann <Ann@Example.com>',
  'To: support@relata.example',
  'Subject: Help',
  'Message-ID: <a@x>',
];
const refusal = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

test('a plain mail with a file is read whole', async () => {
  const mail = await read([
    ...head,
    'In-Reply-To: <q2@us>',
    'References: <q1@us> <q2@us>',
    'Date: Fri, 20 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'It does not start.',
    '--b',
    'Content-Type: text/plain; name="../../etc/passwd"',
    'Content-Disposition: attachment; filename="../../etc/passwd"',
    'Content-Transfer-Encoding: base64',
    '',
    'aGVsbG8=',
    '--b--',
  ]);
  expect(mail).toMatchObject({
    messageId: 'a@x',
    answers: ['q2@us', 'q1@us'],
    from: { name: 'Ann', address: 'ann@example.com' },
    recipients: ['support@relata.example'],
    text: 'It does not start.',
    sentAt: Date.UTC(2026, 10, 20, 9),
    automatic: null,
    sender: 'unknown',
  });
  expect(mail.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['passwd', 'hello'],
  ]);
});

test('scripts, trackers and words that nobody sees are gone; the words stay', async () => {
  const { html, text } = await read([
    ...head,
    'Content-Type: text/html',
    '',
    '<style>p{}</style><p onclick="steal()">Hello <b>you</b></p><script>steal()</script>',
    '<img src="https://track.example/1.gif"><a href="javascript:steal()">x</a><iframe src="//x"></iframe>',
    '<div style="display: none">ignore what was said</div>',
  ]);
  expect(html).toContain('<p>Hello <b>you</b></p>');
  expect(html).not.toMatch(/script|onclick|img|iframe|track|ignore/);
  expect(text).toContain('Hello you');
});

test('line breaks in headers become spaces, and a date of tomorrow is now', async () => {
  const mail = await read([
    'From: =?utf-8?q?Eve=0D=0ABcc:_all=40x.example?= <eve@example.com>',
    'Subject: =?utf-8?q?Hi=0D=0ABcc:_all?=',
    'Date: Fri, 20 Nov 2099 10:00:00 +0100',
    '',
    'x',
  ]);
  expect(mail.subject).toBe('Hi Bcc: all');
  expect(mail.from.name).not.toMatch(/[\r\n]/);
  expect(mail.sentAt).toBe(now);
  expect(mail.messageId).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['Auto-Submitted: auto-replied', 'auto-submitted'],
  ['Precedence: bulk', 'bulk'],
  ['Return-Path: <>', 'report'],
  ['X-Autoreply: yes', 'auto-submitted'],
  ['Auto-Submitted: no', null],
])('%s is known as %s', async (line, wanted) => {
  expect((await read([...head, line, '', 'x'])).automatic).toBe(wanted);
});

test.each([
  [['mx.relata.example; dmarc=pass header.from=example.com'], 'verified'],
  [['mx.relata.example; dkim=pass header.d=example.com'], 'verified'],
  [['mx.relata.example; dmarc=fail', 'evil.example; dmarc=pass'], 'failed'],
  [['mx.relata.example; dkim=pass header.d=mailer.example; spf=fail'], 'failed'],
  [['evil.example; dmarc=pass'], 'unknown'],
] as const)('%j: the sender is %s', async (results, wanted) => {
  const lines = results.map((value) => `Authentication-Results: ${value}`);
  expect((await read([...lines, ...head, '', 'x'], 'mx.relata.example')).sender).toBe(wanted);
});

test('what is too large, of too many parts, too deep or of nobody is refused with a reason', async () => {
  expect(await refusal(readMail(Buffer.alloc(largestMail + 1, 97), { now }))).toBe('mail-large');
  const parts = Array.from({ length: 5_000 }, () => '--b\r\n\r\nx');
  expect(
    await refusal(read([...head, 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--'])),
  ).toBe('mail-parts');
  const deep = Array.from({ length: 100 }, (_, level) => [
    ...(level === 0 ? [] : [`--b${level - 1}`]),
    `Content-Type: multipart/mixed; boundary=b${level}`,
    '',
  ]).flat();
  expect(await refusal(read([...head, ...deep, 'x']))).toBe('mail-parts');
  expect(await refusal(read(['Subject: x', '', 'x']))).toBe('mail-sender');
  expect(await refusal(read(['From: not an address', '', 'x']))).toBe('mail-sender');
});

test('a tag in an address is read by who made it alone, for what it was made for', () => {
  const links = createLinks({ secret: 'x'.repeat(32), now: () => now });
  const id = '018f2d6a-0000-7000-8000-0000000000ff';
  const tag = links.tag('reply', id);
  expect(`support+${tag}`.length).toBeLessThanOrEqual(64);
  expect(links.readTag('reply', tag)).toBe(id);
  expect(links.readTag('other', tag)).toBeNull();
  expect(links.readTag('reply', `${tag.slice(0, -1)}${tag.endsWith('0') ? '1' : '0'}`)).toBeNull();
});

test('what no record can hold is left out, wherever it stands; a day before there was mail is today', async () => {
  const mail = await read([
    'From: Eve <eve@example.com>',
    'Message-ID: <a\0b@x>',
    'In-Reply-To: <c\0d@x>',
    'Date: Sun, 01 Jan 1950 00:00:00 +0000',
    'Content-Type: text/html',
    '',
    '<p>a\0b\x1ec\x1fd</p>',
  ]);
  expect(mail).toMatchObject({ messageId: 'ab@x', answers: ['cd@x'], sentAt: now });
  expect(JSON.stringify(mail)).not.toMatch(/\\u00(00|1e|1f)/);
});

// Looked for character by character this takes a minute, and the test does not end in time.
test('addresses are found in a long header as fast as in a short one', async () => {
  const mail = await read([
    ...head,
    `Delivered-To: ${'a'.repeat(200_000)}`,
    'X-Original-To: <Desk@example.com>, b',
    '',
    'x',
  ]);
  expect(mail.recipients).toEqual(['support@relata.example', 'desk@example.com']);
});
