import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
let agent: string;
beforeAll(async () => {
  world = await appWorld({ RELATA_TEST_CLOCK: '1' });
  agent = await world.person('Agent', ['service.agent']);
  await world.person('Other', ['service.agent']);
  await world.person('Seller', ['sales.seller']);
});
afterAll(() => world.close());

const create = async (entity: string, values: Record<string, unknown>, who = 'admin') => {
  const answer = await world.call(who, 'POST', `/api/records/${entity}`, values);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

let mails = 0;
const mailOf = (text: string, headers: Record<string, string> = {}): Buffer =>
  Buffer.from(
    Object.entries({
      From: 'Ann Field <ann@customer.example>',
      To: 'support@relata.example',
      Subject: 'It does not start',
      'Message-ID': `<${++mails}@customer.example>`,
      ...headers,
    })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('') + `\r\n${text}`,
  );
const taken = async (raw: Buffer): Promise<string> => {
  const result = await world.inbound.take(raw);
  if (result.state !== 'taken') throw new Error(JSON.stringify(result));
  return result.record.id;
};
const talk = async (id: string, who = 'Agent') =>
  (await world.call(who, 'GET', `/api/plugins/service/tickets/${id}/talk`)).body as unknown as {
    messages: Record<string, unknown>[];
    others: string[];
    own: unknown;
  };
const say = (id: string, body: Record<string, unknown>, who = 'Agent') =>
  world.call(who, 'POST', `/api/plugins/service/tickets/${id}/messages`, { kind: 'outbound', ...body });
const read = async (id: string) => (await world.call('admin', 'GET', `/api/records/ticket/${id}`)).body;
const sent = () =>
  world.sql<{ recipient: string; subject: string; content: { headers: Record<string, string> } }[]>`
    select recipient, subject, content from core.outbox order by created_at, id`;

test('an agent sees every request and its number, a seller none', async () => {
  // given
  const ticket = await create('ticket', { subject: 'It does not start' }, 'Agent');
  // then
  expect(ticket).toMatchObject({ number: 'T-000001', status: 'new', priority: 'normal' });
  expect((await world.call('Seller', 'GET', '/api/records/ticket')).body.items).toEqual([]);
  const path = `/api/plugins/service/tickets/${String(ticket['id'])}/talk`;
  expect((await world.call('Seller', 'GET', path)).status).toBe(403);
});

test('a mail becomes a request of the customer, once; the answer keeps the thread, and what comes back joins it', async () => {
  // given
  const queue = await create('service-queue', { name: 'Support', address: 'support@relata.example' });
  const account = await create('account', { name: 'Field Ltd' });
  await create('contact', { name: 'Ann Field', email: 'ann@customer.example', account: account['id'] });
  const first = mailOf('The light stays orange.', { 'Message-ID': '<first@customer.example>' });
  // when
  const id = await taken(first);
  // then
  expect(await world.inbound.take(first)).toEqual({ state: 'duplicate' });
  expect(await read(id)).toMatchObject({
    subject: 'It does not start',
    channel: 'mail',
    status: 'new',
    requesterEmail: 'ann@customer.example',
    contact: { title: 'Ann Field' },
    account: { id: account['id'] },
    queue: { id: queue['id'] },
  });
  // when
  expect((await say(id, { text: 'Please restart it.' })).status).toBe(201);
  // then
  const [mail] = (await sent()).slice(-1);
  expect(mail!.recipient).toBe('ann@customer.example');
  expect(mail!.subject).toMatch(/^Re: It does not start \[T-\d{6}\]$/);
  expect(mail!.content.headers).toMatchObject({ 'In-Reply-To': '<first@customer.example>' });
  expect(await read(id)).toMatchObject({ status: 'waiting', assignee: { id: agent } });
  // when the customer answers: by header, by the address that was theirs, by the number in the subject
  const replyTo = mail!.content.headers['Reply-To']!;
  const quoted = 'Still orange.\n\nOn Fri, Nov 20, 2026 Support wrote:\n> Please restart it.';
  const answers: Record<string, string>[] = [
    { 'In-Reply-To': '<first@customer.example>' },
    { To: replyTo, Subject: 'other words', From: 'ann@home.example' },
    { Subject: mail!.subject },
  ];
  for (const headers of answers) expect(await taken(mailOf(quoted, headers))).toBe(id);
  // then
  expect((await read(id))['status']).toBe('open');
  expect((await talk(id)).messages.map(({ kind, text }) => [kind, text])).toEqual([
    ['inbound', 'The light stays orange.'],
    ['outbound', 'Please restart it.'],
    ['inbound', 'Still orange.'],
    ['inbound', 'Still orange.'],
    ['inbound', 'Still orange.'],
  ]);
  // but not by a number that is somebody else's
  expect(await taken(mailOf('Me too', { From: 'eve@evil.example', Subject: mail!.subject }))).not.toBe(id);
});

test('machines begin nothing, and what they answer does not wake a request', async () => {
  // given
  const id = await taken(mailOf('Hello', { 'Message-ID': '<m1@customer.example>' }));
  await say(id, { text: 'Good day' });
  const away = { 'Auto-Submitted': 'auto-replied' };
  // then
  expect(await world.inbound.take(mailOf('I am away', away))).toEqual({
    state: 'refused',
    reason: 'mail-automatic',
  });
  expect(await taken(mailOf('I am away', { ...away, 'In-Reply-To': '<m1@customer.example>' }))).toBe(id);
  expect((await read(id))['status']).toBe('waiting');
  // and two that answer each other are stopped
  const noisy = { From: 'loop@robot.example' };
  const results = [];
  for (let n = 0; n < 35; n++) results.push(await world.inbound.take(mailOf('ping', noisy)));
  expect(results.filter(({ state }) => state === 'refused').length).toBe(5);
});

test('two who answer are told of each other, and a draft is there when one comes back', async () => {
  // given
  const id = await taken(mailOf('Who answers?'));
  const [last] = (await talk(id)).messages;
  const draft = (who: string, text: string) =>
    world.call(who, 'PUT', `/api/plugins/service/tickets/${id}/draft`, { kind: 'outbound', text });
  // when
  await draft('Agent', 'Dear An');
  // then
  expect(await talk(id)).toMatchObject({ own: { kind: 'outbound', text: 'Dear An' }, others: [] });
  expect(await talk(id, 'Other')).toMatchObject({ own: null, others: ['Agent'] });
  // when both send
  expect((await say(id, { text: 'I do', seen: last!['id'] })).status).toBe(201);
  const late = await say(id, { text: 'No, I', seen: last!['id'] }, 'Other');
  // then
  expect(late).toMatchObject({ status: 409, body: { code: 'service-answered-meanwhile' } });
  expect(String(late.body['detail'])).toContain('Agent answered while you were writing: “I do”');
  expect((await say(id, { text: 'No, I', seen: last!['id'], isForced: true }, 'Other')).status).toBe(201);
  expect((await talk(id)).own).toBeNull();
});

test('who is named in a note follows the request and hears of it', async () => {
  // given
  const id = await taken(mailOf('A question'));
  const other = await world.person('Third', ['service.agent']);
  // when
  await say(id, { kind: 'note', text: '@Third do you know?', mentions: [other] });
  await say(id, { text: 'Here is the answer' });
  // then
  const told = (await sent()).filter(({ recipient }) => recipient === 'third@example.com');
  expect(told.map(({ content }) => content)).toHaveLength(2);
  expect((await read(id))['status']).toBe('waiting');
});

test('requests are put together and taken apart; mail to what was merged goes to the whole', async () => {
  // given
  const one = await taken(mailOf('First', { 'Message-ID': '<one@customer.example>' }));
  const two = await taken(mailOf('Second', { 'Message-ID': '<two@customer.example>' }));
  // when
  const merged = await world.call('Agent', 'POST', `/api/plugins/service/tickets/${one}/merge`, {
    from: [two],
  });
  expect(merged.status).toBe(200);
  // then
  expect(await taken(mailOf('Third', { 'In-Reply-To': '<two@customer.example>' }))).toBe(one);
  expect(await read(two)).toMatchObject({ status: 'closed', mergedInto: { id: one } });
  const { messages } = await talk(one);
  expect(messages.map(({ text }) => text)).toEqual(['First', 'Second', 'Third']);
  // when
  const path = `/api/plugins/service/messages/${String(messages[1]!['id'])}/split`;
  const split = await world.call('Agent', 'POST', path, { subject: 'Something else' });
  // then
  expect(split.body).toMatchObject({ subject: 'Something else', requesterEmail: 'ann@customer.example' });
  expect((await talk(one)).messages).toHaveLength(2);
});
