import { expect, test } from 'vitest';
import { Problem } from '../../errors.ts';
import { readMailApart, readReportApart } from './read-apart.ts';
import { largestMail } from './read-mail.ts';

const now = Date.UTC(2026, 10, 21, 9);
const head = 'From: a@x.example\r\nSubject: Help\r\n';
const read = (rest: string) => readMailApart(Buffer.from(head + rest), { now });
const codeOf = (error: unknown): string => (error instanceof Problem ? error.code : String(error));

test('a mail that takes too long to read is given up, and meanwhile everything else goes on', async () => {
  // given six megabytes of empty lines, and one who waits
  let beats = 0;
  const heart = setInterval(() => beats++, 10);
  // when
  const refused = await read(`\r\n${'\r\n'.repeat(3_000_000)}`).then(() => 'read', codeOf);
  clearInterval(heart);
  // then
  expect(refused).toBe('mail-endless');
  expect(beats).toBeGreaterThan(10);
  // and the next is read
  expect((await read('\r\nIt does not start.')).text).toBe('It does not start.');
});

test('a mail as large as one may be comes back with its files; what is too large or of nobody says why', async () => {
  const bytes = Buffer.alloc(Math.floor(largestMail * 0.72), 7);
  const lines = bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const mail = await read(
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHere\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n--b--`,
  );
  expect(mail).toMatchObject({ subject: 'Help', text: 'Here' });
  expect(Buffer.from(mail.files[0]!.bytes).equals(bytes)).toBe(true);
  const large = readMailApart(Buffer.alloc(largestMail + 1), { now });
  expect(await large.catch(codeOf)).toBe('mail-large');
  const nobody = readMailApart(Buffer.from('Subject: x\r\n\r\nx'), { now });
  expect(await nobody.catch(codeOf)).toBe('mail-sender');
  expect(await readReportApart(Buffer.from('Subject: Hi\r\n\r\nHello'))).toBeNull();
});
