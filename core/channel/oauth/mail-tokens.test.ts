import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { imapServer } from '../../../tests/support/imap-server.ts';
import { open, seal, useServerSecret } from '../../entity/secret/secret-box.ts';
import { readMailbox } from '../inbound/mailbox.ts';
import { createSmtpPool } from '../smtp/pool.ts';
import { createMailTokens } from './mail-tokens.ts';

/** A sign-in service that takes each refresh token once, and what it was asked. */
let valid = 'refresh-0';
let count = 0;
const asked: URLSearchParams[] = [];
const service = createServer((request: IncomingMessage, response) => {
  void text(request).then((body) => {
    const form = new URLSearchParams(body);
    asked.push(form);
    if (form.get('refresh_token') !== valid)
      return response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant' }));
    valid = `refresh-${++count}`;
    response.end(
      JSON.stringify({ access_token: `access-${count}`, expires_in: 3_600, refresh_token: valid }),
    );
  });
});
const mails: string[] = [];
const smtp = new SMTPServer({
  authMethods: ['XOAUTH2'],
  ...{ allowInsecureAuth: true, closeTimeout: 100, disabledCommands: ['STARTTLS'] },
  onAuth: ({ accessToken, username }, _session, callback) =>
    accessToken === `access-${count}`
      ? callback(null, { user: username })
      : callback(null, { data: { status: '400', schemes: 'Bearer', scope: 'mail' } }),
  onData: (stream, session, accept) => {
    void text(stream).then(() => {
      mails.push(String(session.user));
      accept();
    });
  },
});

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // The cast: it listens on a port.
  return (server.address() as AddressInfo).port;
};

let database: TestDatabase;
let oauth: Parameters<typeof createMailTokens>[0]['oauth'];
let url: string;
let now = Date.now();
beforeAll(async () => {
  useServerSecret('a secret of thirty-two characters!');
  database = await testDatabase();
  url = `smtp://desk%40relata.example@127.0.0.1:${await listening(smtp.server)}`;
  const tokenUrl = `http://127.0.0.1:${await listening(service)}/token`;
  oauth = { url: tokenUrl, client: 'relata', secret: 'hush', refreshToken: 'refresh-0', scope: 'mail' };
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  service.close();
  await database.close();
});

const tokensOf = () => createMailTokens({ sql: database.sql, oauth, box: { seal, open }, now: () => now });
const envelope = { from: 'us@example.com', to: 'ann@example.com', raw: 'Subject: Hi\r\n\r\nHi\r\n' };
const sendBy = async (tokens: ReturnType<typeof tokensOf>): Promise<void> => {
  const pool = createSmtpPool({ url, connections: 1, tokens });
  try {
    await pool.send(envelope);
  } finally {
    pool.close();
  }
};

test('one token is asked for, shared by all processes, kept sealed, and renewed when it is over or refused', async () => {
  // given two processes that begin at once
  const [one, other] = [tokensOf(), tokensOf()];
  await Promise.all([sendBy(one), sendBy(other)]);
  // then
  expect(mails).toEqual(['desk@relata.example', 'desk@relata.example']);
  expect(asked.map((form) => Object.fromEntries(form))).toEqual([
    {
      ...{ grant_type: 'refresh_token', client_id: 'relata', client_secret: 'hush' },
      ...{ refresh_token: 'refresh-0', scope: 'mail' },
    },
  ]);
  const [row] = await database.sql`select value::text as value from core.setting where key = 'mail.oauth'`;
  expect(row?.['value']).not.toMatch(/access-|refresh-/);
  // when an hour has passed, with the refresh token that came last
  now += 3_600_000;
  await sendBy(one);
  expect(asked.at(-1)?.get('refresh_token')).toBe('refresh-1');
  // when the mail server takes the token no more before its time
  count++;
  valid = 'refresh-2';
  await sendBy(other);
  expect([asked.length, mails.length]).toEqual([3, 4]);
  // and whoever has it already asks nobody
  await sendBy(tokensOf());
  expect(asked).toHaveLength(3);
});

test('a mailbox is looked into with the same token', async () => {
  const server = await imapServer(['From: a@x.example\r\n\r\nOne'], { token: () => `access-${count}` });
  try {
    const took: string[] = [];
    const inbound = {
      take: (raw: Uint8Array) => {
        took.push(Buffer.from(raw).toString().slice(-3));
        return Promise.resolve({ state: 'duplicate' as const });
      },
    };
    const mailbox = { url: server.url.replace(':secret', ''), inbound, log: { error: () => {} } };
    const { signal } = new AbortController();
    expect(await readMailbox({ ...mailbox, mailTokens: tokensOf() }, signal)).toBe(1);
    expect(took).toEqual(['One']);
  } finally {
    await server.close();
  }
});

test('a sign-in service that refuses is told of, without the secret', async () => {
  const tokens = createMailTokens({
    ...{ sql: database.sql, box: { seal, open }, oauth: { ...oauth, refreshToken: 'stolen' } },
  });
  const error = await sendBy(tokens).then(
    () => '',
    (why: unknown) => String(why),
  );
  expect(error).toContain('answered 400 (invalid_grant)');
  expect(error).not.toMatch(/hush|stolen/);
});
