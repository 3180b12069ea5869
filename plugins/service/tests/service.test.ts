import { afterAll, beforeAll, expect, test } from 'vitest';
import { cannedTests } from './canned-tests.ts';
import { carePlanTests } from './care-plan-tests.ts';
import { careTests } from './care-tests.ts';
import { chatTests } from './chat-tests.ts';
import { contractTests } from './contract-tests.ts';
import { dutyTests } from './duty-tests.ts';
import { mailOf, openDesk, type Desk } from './open-desk.ts';
import { mailTests, strangeMailTests } from './mail-tests.ts';
import { portalTests } from './portal-tests.ts';
import { rotaDeleteTests } from './rota-delete-tests.ts';
import { rotaGapTests } from './rota-gap-tests.ts';
import { rotaTests } from './rota-tests.ts';
import { surveyTests } from './survey-tests.ts';

let desk: Desk;
let agent: string;
beforeAll(async () => {
  desk = await openDesk();
  agent = await desk.world.person('Agent', ['service.agent']);
  await desk.world.person('Other', ['service.agent']);
  await desk.world.person('Seller', ['sales.seller']);
});
afterAll(() => desk.world.close());

test('an agent sees every request and its number, a seller none', async () => {
  // given
  const ticket = await desk.create('ticket', { subject: 'It does not start' }, 'Agent');
  // then
  expect(ticket).toMatchObject({ number: 'T-000001', status: 'new', priority: 'normal' });
  expect((await desk.world.call('Seller', 'GET', '/api/records/ticket')).body.items).toEqual([]);
  const path = `/api/plugins/service/tickets/${String(ticket['id'])}/talk`;
  expect((await desk.world.call('Seller', 'GET', path)).status).toBe(403);
});

test('a mail becomes a request of the customer, once; the answer keeps the thread, and what comes back joins it', async () => {
  // given
  const queue = await desk.create('service-queue', { name: 'Support', address: 'support@relata.example' });
  const account = await desk.create('account', { name: 'Field Ltd' });
  await desk.create('contact', { name: 'Ann Field', email: 'ann@customer.example', account: account['id'] });
  const first = mailOf('The light stays orange.', { 'Message-ID': '<first@customer.example>' });
  // when
  const id = await desk.taken(first);
  // then
  expect(await desk.world.inbound.take(first)).toEqual({ state: 'duplicate' });
  expect(await desk.read(id)).toMatchObject({
    subject: 'It does not start',
    channel: 'mail',
    status: 'new',
    requesterEmail: 'ann@customer.example',
    contact: { title: 'Ann Field' },
    account: { id: account['id'] },
    queue: { id: queue['id'] },
  });
  // when
  expect((await desk.say(id, { text: 'Please restart it.' })).status).toBe(201);
  // then
  const [mail] = (await desk.sent()).slice(-1);
  expect(mail!.recipient).toBe('ann@customer.example');
  expect(mail!.subject).toMatch(/^Re: It does not start \[T-\d{6}\]$/);
  expect(mail!.content.headers).toMatchObject({ 'In-Reply-To': '<first@customer.example>' });
  expect(await desk.read(id)).toMatchObject({ status: 'waiting', assignee: { id: agent } });
  // when the customer answers: by header, by the address that was theirs, by the number in the subject
  const replyTo = mail!.content.headers['Reply-To']!;
  const quoted = 'Still orange.\n\nOn Fri, Nov 20, 2026 Support wrote:\n> Please restart it.';
  const answers: Record<string, string>[] = [
    { 'In-Reply-To': '<first@customer.example>' },
    { To: replyTo, Subject: 'other words', From: 'ann@home.example' },
    { Subject: mail!.subject },
  ];
  for (const headers of answers) expect(await desk.taken(mailOf(quoted, headers))).toBe(id);
  // then
  expect((await desk.read(id))['status']).toBe('open');
  expect((await desk.talk(id)).messages.map(({ kind, text }) => [kind, text])).toEqual([
    ['inbound', 'The light stays orange.'],
    ['outbound', 'Please restart it.'],
    ['inbound', 'Still orange.'],
    ['inbound', 'Still orange.'],
    ['inbound', 'Still orange.'],
  ]);
  // but not by a number that is somebody else's
  expect(await desk.taken(mailOf('Me too', { From: 'eve@evil.example', Subject: mail!.subject }))).not.toBe(
    id,
  );
});

test('machines begin nothing, and what they answer does not wake a request', async () => {
  // given
  const id = await desk.taken(mailOf('Hello', { 'Message-ID': '<m1@customer.example>' }));
  await desk.say(id, { text: 'Good day' });
  const away = { 'Auto-Submitted': 'auto-replied' };
  // then
  expect(await desk.world.inbound.take(mailOf('I am away', away))).toEqual({
    state: 'refused',
    reason: 'mail-automatic',
  });
  expect(await desk.taken(mailOf('I am away', { ...away, 'In-Reply-To': '<m1@customer.example>' }))).toBe(id);
  expect((await desk.read(id))['status']).toBe('waiting');
  // and two that answer each other are stopped
  const noisy = { From: 'loop@robot.example' };
  const results = [];
  for (let n = 0; n < 35; n++) results.push(await desk.world.inbound.take(mailOf('ping', noisy)));
  expect(results.filter(({ state }) => state === 'refused').length).toBe(5);
});

test('two who answer are told of each other, and a draft is there when one comes back', async () => {
  // given
  const id = await desk.taken(mailOf('Who answers?'));
  const [last] = (await desk.talk(id)).messages;
  const draft = (who: string, text: string) =>
    desk.world.call(who, 'PUT', `/api/plugins/service/tickets/${id}/draft`, { kind: 'outbound', text });
  // when
  await draft('Agent', 'Dear An');
  // then
  expect(await desk.talk(id)).toMatchObject({ own: { kind: 'outbound', text: 'Dear An' }, others: [] });
  expect(await desk.talk(id, 'Other')).toMatchObject({ own: null, others: ['Agent'] });
  // when both send
  expect((await desk.say(id, { text: 'I do', seen: last!['id'] })).status).toBe(201);
  const late = await desk.say(id, { text: 'No, I', seen: last!['id'] }, 'Other');
  // then
  expect(late).toMatchObject({ status: 409, body: { code: 'service-answered-meanwhile' } });
  expect(String(late.body['detail'])).toContain('Agent answered while you were writing: “I do”');
  expect((await desk.say(id, { text: 'No, I', seen: last!['id'], isForced: true }, 'Other')).status).toBe(
    201,
  );
  expect((await desk.talk(id)).own).toBeNull();
});

test('what a customer says on the phone is written down as theirs, wakes the request, and is mailed to nobody', async () => {
  // given a call, noted by an agent who begins with the bare request
  const tom = await desk.create('contact', { name: 'Tom Reed', email: 'tom@phone.example' });
  const made = await desk.world.call('Agent', 'POST', '/api/records/ticket', {
    subject: 'Where is the invoice?',
    ...{ channel: 'phone', contact: tom['id'], status: 'waiting' },
  });
  const id = String(made.body['id']);
  const mails = (await desk.sent()).length;
  // when
  const said = await desk.say(id, { kind: 'inbound', text: 'November is missing.' });
  // then
  expect(said).toMatchObject({ status: 201, body: { from: 'Tom Reed', author: null } });
  expect(await desk.read(id)).toMatchObject({
    ...{ status: 'open', askedAt: expect.any(String), requesterEmail: 'tom@phone.example' },
  });
  expect(await desk.sent()).toHaveLength(mails);
  // and what follows from the work is not typed in
  const typed = await desk.world.call('Agent', 'PATCH', `/api/records/ticket/${id}`, { satisfaction: 5 });
  expect(typed.status).toBe(422);
});

test('who is named in a note follows the request and hears of it', async () => {
  // given
  const id = await desk.taken(mailOf('A question'));
  const other = await desk.world.person('Third', ['service.agent']);
  // when
  await desk.say(id, { kind: 'note', text: '@Third do you know?', mentions: [other] });
  await desk.say(id, { text: 'Here is the answer' });
  // then
  const told = (await desk.sent()).filter(({ recipient }) => recipient === 'third@example.com');
  expect(told.map(({ content }) => content)).toHaveLength(2);
  expect((await desk.read(id))['status']).toBe('waiting');
});

test('requests are put together and taken apart; mail to what was merged goes to the whole', async () => {
  // given
  const one = await desk.taken(mailOf('First', { 'Message-ID': '<one@customer.example>' }));
  const two = await desk.taken(mailOf('Second', { 'Message-ID': '<two@customer.example>' }));
  // when
  const merged = await desk.world.call('Agent', 'POST', `/api/plugins/service/tickets/${one}/merge`, {
    from: [two],
  });
  expect(merged.status).toBe(200);
  // then
  expect(await desk.taken(mailOf('Third', { 'In-Reply-To': '<two@customer.example>' }))).toBe(one);
  expect(await desk.read(two)).toMatchObject({ status: 'closed', mergedInto: { id: one } });
  const { messages } = await desk.talk(one);
  expect(messages.map(({ text }) => text)).toEqual(['First', 'Second', 'Third']);
  // when
  const path = `/api/plugins/service/messages/${String(messages[1]!['id'])}/split`;
  const split = await desk.world.call('Agent', 'POST', path, { subject: 'Something else' });
  // then
  expect(split.body).toMatchObject({ subject: 'Something else', requesterEmail: 'ann@customer.example' });
  expect((await desk.talk(one)).messages).toHaveLength(2);
});

test('what is promised runs in working time, rests while the customer is waited for, and is kept or not', async () => {
  // given a promise of four and sixteen working hours
  await desk.create('sla-policy', {
    name: 'Normal',
    priority: 'normal',
    firstAnswer: 14_400,
    solution: 57_600,
  });
  const id = await desk.taken(mailOf('How long?'));
  const before = await desk.read(id);
  expect(before).toMatchObject({ level: 'on-time', nextDue: before['firstAnswerDue'] });
  expect(Date.parse(String(before['solutionDue']))).toBeGreaterThan(Date.parse(String(before['nextDue'])));
  // when it is answered, and the customer asks again
  await desk.say(id, { text: 'Soon' });
  expect(await desk.read(id)).toMatchObject({ level: 'paused', nextDue: null });
  await desk.taken(mailOf('When?', { Subject: `[${String(before['number'])}]` }));
  // then
  const again = await desk.read(id);
  expect(again).toMatchObject({ status: 'open', level: 'on-time', nextDue: again['solutionDue'] });
  // when
  await desk.say(id, { text: 'Now', status: 'solved' });
  // then
  expect(await desk.read(id)).toMatchObject({ level: 'kept', nextDue: null });
});

test('requests go to who knows, has room and waited longest; urgent ones first, the rest wait', async () => {
  // given two who know repairs, with room for one and two, and one who does not
  const queue = await desk.create('service-queue', { name: 'Repairs', skill: 'repair' });
  const people = await Promise.all(
    ['Rita', 'Ruben', 'Ben'].map((name) => desk.world.person(name, ['service.agent'])),
  );
  for (const [index, [name, limit, skills]] of (
    [
      ['Rita', 1, ['repair']],
      ['Ruben', 2, ['repair']],
      ['Ben', 9, ['billing']],
    ] as const
  ).entries())
    // An agent is called by whose work it is.
    expect(await desk.create('service-agent', { person: people[index], limit, skills })).toMatchObject({
      name,
    });
  const tickets = await Promise.all(
    ['normal', 'normal', 'normal', 'urgent'].map((priority) =>
      desk.create('ticket', { subject: priority, priority, queue: queue['id'] }),
    ),
  );
  // when
  const results = await desk.runTask(
    'service.assign',
    tickets.map(({ id }) => ({ ticket: id })),
  );
  // then
  const assignees = results.map((result) => (result as { assignee: string | null }).assignee);
  expect(assignees[3]).not.toBeNull();
  expect(assignees.filter((one) => one === null)).toHaveLength(1);
  expect(assignees.filter((one) => one === people[0])).toHaveLength(1);
  expect(assignees.filter((one) => one === people[1])).toHaveLength(2);
});

test('an article is read by customers once it is published, found by its words, and suggested', async () => {
  // given one that is approved, one that is written
  const words = { summary: 'When the light stays orange', words: ['orange'] };
  const known = await desk.create('article', {
    title: 'Restart the lamp',
    body: '<p>Hold it.</p><script>x</script>',
    ...words,
  });
  await desk.create('article', { title: 'Orange lamps, unfinished', body: '<p>Later.</p>' });
  const path = `/api/plugins/service/articles/${String(known['id'])}`;
  expect((await desk.world.open(path, {})).status).toBe(404);
  // when
  expect(await desk.runTask('service.publish-article', [{ article: known['id'] }])).toEqual([{ version: 1 }]);
  await desk.world.call('admin', 'PATCH', `/api/records/article/${String(known['id'])}`, {
    body: '<p>Not yet</p>',
  });
  // then customers read what was approved
  const page = await (await desk.world.open(path, {})).text();
  expect(page).toContain('<p>Hold it.</p>');
  expect(page).not.toContain('script>x');
  expect(await (await desk.world.open('/api/plugins/service/articles?q=orange+light', {})).text()).toContain(
    path,
  );
  expect((await desk.world.call('nobody', 'POST', path, 'helped=yes')).status).toBe(200);
  expect(
    (await desk.world.call('admin', 'GET', `/api/records/article/${String(known['id'])}`)).body['helped'],
  ).toBe(1);
  const id = await desk.taken(mailOf('The light is orange. What now?', { Subject: 'Lamp' }));
  const found = await desk.world.call('Agent', 'GET', `/api/plugins/service/tickets/${id}/articles`);
  expect(found.body.items.map(({ title }) => title)).toEqual(['Restart the lamp']);
});

cannedTests(() => desk);
mailTests(() => desk);
strangeMailTests(() => desk);
portalTests(() => desk);
chatTests(() => desk);
careTests(() => desk);
carePlanTests(() => desk);
dutyTests(() => desk);
rotaGapTests(() => desk);
rotaTests(() => desk);
rotaDeleteTests(() => desk);
surveyTests(() => desk);
contractTests(() => desk);
