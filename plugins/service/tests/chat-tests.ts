/** What visitors do in a chat; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { type Desk } from './open-desk.ts';

interface Asked {
  status: number;
  allowed: string | null;
  body: Record<string, unknown> & { messages: Record<string, unknown>[] };
}

const page = 'https://shop.example';

async function ask(
  desk: Desk,
  path: string,
  given: { body?: unknown; pass?: string; from?: string } = {},
): Promise<Asked> {
  const { body, pass, from = page } = given;
  const answer = await desk.world.send(`/api/plugins/service/sites/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', origin: from, ...(pass && { 'relata-visitor': pass }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const allowed = answer.headers.get('access-control-allow-origin');
  // The cast: the answers of these routes are objects.
  const read = (await answer.json()) as Asked['body'];
  return { status: answer.status, allowed, body: read };
}

export function chatTests(deskOf: () => Desk): void {
  test('a chat begins with the bot, that answers from the articles and hands over; a person answers then', async () => {
    const desk = deskOf();
    // given a website, and an article
    const site = await desk.create('service-site', { name: 'Shop', origins: [page], greeting: 'Hello' });
    const key = String(
      (await desk.world.call('admin', 'GET', `/api/records/service-site/${String(site['id'])}`)).body['key'],
    );
    const article = await desk.create('article', {
      title: 'Reset the thermostat',
      summary: 'Hold the wheel',
      body: '<p>Ten seconds.</p>',
    });
    await desk.runTask('service.publish-article', [{ article: article['id'] }]);
    // then
    const shown = await ask(desk, `${key}/chat`);
    expect(shown).toMatchObject({ status: 200, allowed: page, body: { greeting: 'Hello' } });
    expect((await ask(desk, 'unknown/chat')).status).toBe(404);
    // when a machine is faster than a person, or the challenge is forged
    const first = { challenge: String(shown.body['challenge']), text: 'How do I reset my thermostat?' };
    expect((await ask(desk, `${key}/chat`, { body: first })).body['code']).toBe('service-chat-machine');
    const forged = { ...first, challenge: `${first.challenge}x` };
    expect((await ask(desk, `${key}/chat`, { body: forged })).body['code']).toBe('link-forged');
    // when
    await desk.world.clock.advance(5_000);
    const pass = String((await ask(desk, `${key}/chat`, { body: first })).body['pass']);
    const talk = async () => (await ask(desk, `${key}/chat/talk`, { pass })).body;
    // then
    expect(await talk()).toMatchObject({ state: 'bot', messages: [{ by: 'visitor', text: first.text }] });
    expect((await ask(desk, `${key}/chat/talk`, { pass: `${pass}x` })).body['code']).toBe(
      'service-chat-gone',
    );
    const [ticket] = (await desk.world.call('admin', 'GET', '/api/records/ticket?sort=-createdAt&limit=1'))
      .body.items;
    const id = String(ticket!['id']);
    expect(ticket).toMatchObject({ channel: 'chat', isWithBot: true, subject: first.text });
    // when its flow runs
    expect(await desk.runTask('service.bot-answer', [{ ticket: id }])).toEqual([{ isAnswered: true }]);
    expect((await talk()).messages[1]).toMatchObject({
      by: 'bot',
      article: { title: 'Reset the thermostat' },
    });
    expect(await desk.runTask('service.bot-answer', [{ ticket: id }])).toEqual([{ isAnswered: false }]);
    await ask(desk, `${key}/chat/messages`, { pass, body: { text: '转人工', want: 'person' } });
    await desk.runTask('service.bot-say', [{ ticket: id, english: 'A colleague', chinese: '同事来了' }]);
    await desk.runTask('service.hand-over-chat', [{ ticket: id }]);
    // then nothing was promised to be answered by the bot, and a person has it
    expect(await talk()).toMatchObject({ state: 'queue' });
    expect((await talk()).messages.at(-1)).toMatchObject({ by: 'bot', text: '同事来了' });
    expect((await desk.read(id))['firstAnsweredAt']).toBeNull();
    await desk.say(id, { kind: 'note', text: 'Not for them' });
    expect((await desk.say(id, { text: 'I am here' })).status).toBe(201);
    expect(await talk()).toMatchObject({ state: 'person', who: 'Agent' });
    expect((await talk()).messages.at(-1)).toMatchObject({ by: 'person', who: 'Agent', text: 'I am here' });
    // when the visitor shows a file
    const picture = await desk.world.send(`/api/plugins/service/sites/${key}/chat/files?name=mine.txt`, {
      ...{ method: 'POST', body: 'orange' },
      headers: { 'content-type': 'application/octet-stream', origin: page, 'relata-visitor': pass },
    });
    expect(picture.status, await picture.clone().text()).toBe(201);
    expect((await talk()).messages.at(-1)).toMatchObject({ by: 'visitor', text: 'mine.txt' });
    // when an address is left, answers go there too
    expect((await ask(desk, `${key}/chat/contact`, { pass, body: { email: 'nobody' } })).status).toBe(422);
    await ask(desk, `${key}/chat/contact`, { pass, body: { email: 'Vic@visitor.example' } });
    await desk.say(id, { text: 'And this too', status: 'solved' });
    expect((await desk.sent()).at(-1)).toMatchObject({ recipient: 'vic@visitor.example' });
    const standing = async () =>
      (await desk.world.sql`select state from core.outbox where recipient = 'vic@visitor.example'`).map(
        ({ state }) => state,
      );
    // but not to who sees them in the chat
    expect(await standing()).toEqual(['waiting']);
    // then it is over
    expect(await talk()).toMatchObject({ state: 'ended', hasEmail: true });
    expect(await standing()).toEqual(['cancelled']);
    expect((await talk()).messages.map(({ text }) => text)).not.toContain('Not for them');
    const more = await ask(desk, `${key}/chat/messages`, { pass, body: { text: 'One more thing' } });
    expect(more.body['code']).toBe('service-chat-ended');
  });
  silenceTest(deskOf);
  foreignTest(deskOf);
}

function foreignTest(deskOf: () => Desk): void {
  test('the chat on a foreign website is refused with a sentence that names it: what it shows, what is said, and the talk', async () => {
    const desk = deskOf();
    const site = await desk.create('service-site', { name: 'Own', origins: [page] });
    const path = `/api/records/service-site/${String(site['id'])}`;
    const chat = `${String((await desk.world.call('admin', 'GET', path)).body['key'])}/chat`;
    const challenge = String((await ask(desk, chat)).body['challenge']);
    await desk.world.clock.advance(5_000);
    const first = { challenge, text: 'Hello' };
    const from = 'https://evil.example';
    const refused = { status: 403, body: { code: 'origin-not-allowed' } };
    const shown = await ask(desk, chat, { from });
    expect(shown.body['detail']).toContain(from);
    expect([shown, await ask(desk, chat, { from, body: first })]).toMatchObject([refused, refused]);
    // a pass that was got on the own website is none on another
    const pass = String((await ask(desk, chat, { body: first })).body['pass']);
    expect(await ask(desk, `${chat}/talk`, { from, pass })).toMatchObject(refused);
    expect((await ask(desk, `${chat}/talk`, { pass })).status).toBe(200);
  });
}

function silenceTest(deskOf: () => Desk): void {
  test('a chat that the bot has ends when nobody writes any more; a website that is switched off says so', async () => {
    const desk = deskOf();
    const create = (name: string, origins: string[]) =>
      desk.world.call('admin', 'POST', '/api/records/service-site', { name, origins });
    expect(JSON.stringify((await create('Wrong', ['https://shop.example/path'])).body)).toContain(
      'is not the address of a website',
    );
    const site = await desk.create('service-site', { name: 'Off', origins: [page] });
    const path = `/api/records/service-site/${String(site['id'])}`;
    const key = String((await desk.world.call('admin', 'GET', path)).body['key']);
    const challenge = String((await ask(desk, `${key}/chat`)).body['challenge']);
    await desk.world.clock.advance(5_000);
    await ask(desk, `${key}/chat`, { body: { challenge, text: 'Hello' } });
    const [ticket] = (await desk.world.call('admin', 'GET', '/api/records/ticket?sort=-createdAt&limit=1'))
      .body.items;
    const asked = [{ ticket: String(ticket!['id']), minutes: 30 }];
    expect(await desk.runTask('service.end-silent-chat', asked)).toEqual([{ isEnded: false }]);
    await desk.world.clock.advance(31 * 60_000);
    expect(await desk.runTask('service.end-silent-chat', asked)).toEqual([{ isEnded: true }]);
    await desk.world.call('admin', 'PATCH', path, { isActive: false });
    expect((await ask(desk, `${key}/chat`)).body['code']).toBe('service-site-off');
  });
}
