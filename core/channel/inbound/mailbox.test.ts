import { expect, test } from 'vitest';
import { imapServer } from '../../../tests/support/imap-server.ts';
import { Problem } from '../../errors.ts';
import { gather } from './gather.ts';
import { readMailbox } from './mailbox.ts';

test('what is unseen in a mailbox is taken once; what is no mail stays there, seen', async () => {
  // given
  const server = await imapServer([
    'From: a@x.example\r\n\r\nOne',
    'nothing',
    'From: b@x.example\r\n\r\nTwo',
  ]);
  const taken: string[] = [];
  const refused: unknown[] = [];
  const look = () =>
    readMailbox(
      {
        url: server.url,
        inbound: {
          take: (raw) => {
            const text = Buffer.from(raw).toString();
            if (!text.startsWith('From')) throw new Problem({ status: 422, code: 'mail-sender' });
            taken.push(text);
            return Promise.resolve({ state: 'duplicate' });
          },
        },
        log: { error: (data) => void refused.push(data) },
      },
      new AbortController().signal,
    );
  try {
    // when
    expect(await look()).toBe(3);
    // then
    expect(taken.map((text) => text.slice(-3))).toEqual(['One', 'Two']);
    expect(refused).toEqual([{ code: 'mail-sender' }]);
    expect(await look()).toBe(0);
  } finally {
    await server.close();
  }
});

test('those that come while others are at work go together, in their order; what is wrong fails alone', async () => {
  // given
  const batches: number[][] = [];
  const take = gather<number, number>({
    milliseconds: 5,
    canJoin: (item, before) => before.length < 4 && item !== 6,
    work: async (items) => {
      batches.push([...items]);
      if (items.includes(3)) throw new Error('three');
      return items.map((item) => item * 10);
    },
  });
  // when
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(take));
  // then
  expect(batches).toEqual([[1, 2, 3, 4], [1], [2], [3], [4], [5], [6, 7]]);
  expect(results.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    ...[10, 20, 'failed', 40, 50, 60, 70],
  ]);
});
