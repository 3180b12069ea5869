import { expect, test } from 'vitest';
import { isMachine } from './is-machine.ts';
import { createLinks } from './link/signed-link.ts';
import { readReport } from './read-report.ts';
import { clickLink, withTracking } from './tracking.ts';

let now = 1_000;
const links = createLinks({ secret: 'a secret', now: () => now });

test('a link opens as what was signed, for its own use only, and for as long as it was meant', () => {
  const token = links.sign('preferences', { contact: 'c1' }, 10_000);
  expect(links.open('preferences', token)).toEqual({ contact: 'c1' });
  expect(() => links.open('click', token)).toThrow('link-forged');
  expect(() => createLinks({ secret: 'another', now: () => 0 }).open('preferences', token)).toThrow(
    'link-forged',
  );
  expect(() => links.open('preferences', `x${token}`)).toThrow('link-forged');
  expect(() => links.open('preferences', '')).toThrow('link-forged');
  now = 60_000;
  expect(() => links.open('preferences', token)).toThrow('link-expired');
});

test('links of a mail lead over us and on to where they meant, and nowhere else', () => {
  const url = 'https://crm.example.com';
  const html =
    '<body><a href="https://shop.example/?a=1&amp;b=2">Shop</a><a href="https://crm.example.com/u">Off</a></body>';
  const tracked = withTracking({ html, id: 'm1', links, url });
  const [, token = ''] = /\/api\/links\/(?!open)([^"]+)"/.exec(tracked) ?? [];
  expect(links.open(clickLink, token)).toEqual({ id: 'm1', target: 'https://shop.example/?a=1&b=2' });
  expect(tracked).toContain('href="https://crm.example.com/u"');
  expect(tracked).toMatch(/<img src="https:\/\/crm\.example\.com\/api\/links\/open\/[^"]+" width="1"/);
});

const asks = (headers: Record<string, string>, method = 'GET') =>
  new Request('http://localhost/', {
    method,
    headers: { 'user-agent': 'Mozilla/5.0 (X11) Firefox/140', ...headers },
  });

test.each([
  ['a person', asks({}), 60_000, false],
  ['a scanner by its name', asks({ 'user-agent': 'Barracuda Sentinel' }), 60_000, true],
  ['prefetching', asks({ 'sec-purpose': 'prefetch' }), 60_000, true],
  ['asking for the head alone', asks({}, 'HEAD'), 60_000, true],
  ['faster than anybody reads', asks({}), 300, true],
])('%s', (_name, request, since, isOne) => {
  expect(isMachine(request, since)).toBe(isOne);
});

const report = (kind: string, second: string, original: string) =>
  new TextEncoder().encode(
    `From: mailer-daemon@mx.example\r\nSubject: Report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=${kind}; boundary=b\r\n\r\n` +
      `--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\n${second}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${original}\r\n--b--\r\n`,
  ).buffer;
const original = 'Message-ID: <abc@example.com>\r\nSubject: Hello\r\n\r\nGood day\r\n';
const status = (action: string, code: string) =>
  `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; gone@example.org\r\nAction: ${action}\r\nStatus: ${code}`;

test.each([
  ['failed', '5.1.1', { kind: 'bounced', status: '5.1.1', isHard: true }],
  ['failed', '4.2.2', { kind: 'bounced', status: '4.2.2', isHard: false }],
  ['failed', '5.7.1', { kind: 'bounced', status: '5.7.1', isHard: false }],
  ['delayed', '4.4.1', { kind: 'delayed', status: '4.4.1', isHard: false }],
])('a report of delivery that %s with %s', async (action, code, expected) => {
  expect(await readReport(report('delivery-status', status(action, code), original))).toMatchObject({
    ...expected,
    messageId: '<abc@example.com>',
    recipient: 'gone@example.org',
  });
});

test('a complaint', async () => {
  const feedback =
    'Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\nOriginal-Rcpt-To: <angry@example.org>';
  expect(await readReport(report('feedback-report', feedback, original))).toMatchObject({
    kind: 'complained',
    messageId: '<abc@example.com>',
    recipient: 'angry@example.org',
  });
});

test('any other mail is no report', async () => {
  expect(await readReport(new TextEncoder().encode('Subject: Hi\r\n\r\nHello').buffer)).toBeNull();
});
