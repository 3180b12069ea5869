import { expect, test } from 'vitest';
import type { Problem } from '../errors.ts';
import { readBody } from './read-body.ts';

const read = (body: string): Promise<unknown> =>
  readBody(new Request('http://relata', { method: 'POST', body }));
const codeOf = (body: string): Promise<string> =>
  read(body).then(
    () => 'read',
    (error: Problem) => error.code,
  );
const nested = (levels: number): string => '[{"a":'.repeat(levels) + '1' + '}]'.repeat(levels);

test('what may be nested is read, one level more is refused', async () => {
  expect(await codeOf(nested(32))).toBe('read');
  expect(await codeOf(`[${nested(32)}]`)).toBe('body-deep');
});

test('brackets inside of texts nest nothing, whatever is escaped in them', async () => {
  const text = `${'['.repeat(100)} \\ " \\" ${'{'.repeat(100)}`;
  expect(await read(JSON.stringify({ [text]: text, b: ['\\'] }))).toEqual({ [text]: text, b: ['\\'] });
});

test('what is no JSON is said to be none, and nothing is nothing', async () => {
  expect(await codeOf('{"a":"never closed')).toBe('body-not-json');
  expect(await codeOf('{"a":"\\')).toBe('body-not-json');
  expect(await read('')).toBeUndefined();
});

test('what is sent without a length is read as far as it may go, and the rest read away', async () => {
  const megabytes = (count: number) => {
    let sent = 0;
    const body = new ReadableStream({
      pull: (stream) => (sent++ < count ? stream.enqueue(Buffer.alloc(1024 * 1024, '7')) : stream.close()),
    });
    const sending = { method: 'POST', body, duplex: 'half' };
    return { sent: () => sent, asked: new Request('http://relata', sending) };
  };
  const small = megabytes(1);
  expect(await readBody(small.asked)).toBe(Infinity);
  const large = megabytes(40);
  await expect(readBody(large.asked)).rejects.toMatchObject({ code: 'body-large', status: 413 });
  expect(large.sent()).toBe(41);
});
