/** What customers do at the portal; part of `service.test.ts`, which opens the desk. */
import { expect, test } from 'vitest';
import { mailOf, type Desk } from './open-desk.ts';
import { keyFor, portalAsk, visit } from './portal.ts';

export function portalTests(deskOf: () => Desk): void {
  test('a link out of the mail lets one in, once; forged, used and late ones get a sentence', async () => {
    const desk = deskOf();
    // given
    const key = await keyFor(desk, 'Zoe@portal.example');
    const open = (one: string) => portalAsk(desk, '/sessions', { body: { key: one } });
    // when
    const opened = await open(key);
    // then
    expect(opened).toMatchObject({ status: 201, body: { email: 'zoe@portal.example' } });
    expect(await open(key)).toMatchObject({ status: 410, body: { code: 'service-portal-used' } });
    expect(await open(`${key}x`)).toMatchObject({ status: 400, body: { code: 'link-forged' } });
    const late = desk.world.links.sign('service.portal-key', { session: 'x' }, -1_000);
    expect(await open(late)).toMatchObject({ status: 410, body: { code: 'link-expired' } });
    // a key is no pass, and a pass that was given back is none
    const pass = String(opened.body['pass']);
    expect((await portalAsk(desk, '/requests', { pass: key })).status).toBe(401);
    expect((await portalAsk(desk, '/requests', { pass })).status).toBe(200);
    expect((await portalAsk(desk, '/sessions/end', { pass, body: {} })).status).toBe(204);
    expect((await portalAsk(desk, '/requests', { pass })).body).toMatchObject({
      code: 'service-portal-signed-out',
      detail: 'You are not signed in any more. Ask for a new link.',
    });
    // and nobody's inbox is filled
    const asked = [];
    for (let n = 0; n < 5; n++)
      asked.push(await portalAsk(desk, '/links', { body: { email: 'zoe@portal.example' } }));
    expect(asked.map(({ status }) => status)).toEqual([204, 204, 204, 204, 429]);
  });

  test('a customer reads and writes the own requests in the portal, no note and nobody else’s', async () => {
    const desk = deskOf();
    // given two customers with a request each, one with a note
    const hers = await desk.taken(mailOf('Mine', { From: 'Pia Porter <pia@portal.example>' }));
    const his = await desk.taken(mailOf('His', { From: 'olympia@portal.example' }));
    await desk.say(hers, { kind: 'note', text: 'A difficult one' });
    await desk.say(hers, { text: 'Here is our answer' });
    const pia = await visit(desk, 'pia@portal.example');
    // then
    const { items } = (await pia.ask('/requests')).body;
    expect(items).toMatchObject([{ id: hers, state: 'with-you' }]);
    const talk = await pia.ask(`/requests/${hers}`);
    expect(talk.body['messages']).toMatchObject([
      { isOwn: true, who: 'Pia Porter', text: 'Mine' },
      { isOwn: false, who: 'Agent', text: 'Here is our answer' },
    ]);
    expect((await pia.ask(`/requests/${his}`)).status).toBe(404);
    expect((await pia.ask(`/requests/${his}/messages`, { text: 'Let me in' })).status).toBe(404);
    // when she answers
    expect((await pia.ask(`/requests/${hers}/messages`, { text: 'It helped not' })).status).toBe(201);
    // then it is open again, and the answer goes by mail
    expect((await desk.read(hers))['status']).toBe('open');
    // when she writes a new one
    const made = await pia.ask('/requests', { subject: 'Another thing', text: 'It is about the lamp' });
    // then
    expect(made).toMatchObject({ status: 201, body: { state: 'with-us' } });
    const ticket = await desk.read(String(made.body['id']));
    expect(ticket).toMatchObject({ channel: 'portal', requesterEmail: 'pia@portal.example', status: 'new' });
    expect((await pia.ask('/requests', { subject: ' ', text: 'x' })).status).toBe(422);
    // when both are put together, what he wrote stays his
    await desk.world.call('Agent', 'POST', `/api/plugins/service/tickets/${hers}/merge`, { from: [his] });
    // The cast: the shape of this answer.
    const { messages } = (await pia.ask(`/requests/${hers}`)).body as { messages: { text: string }[] };
    expect(messages.map(({ text }) => text)).toEqual(['Mine', 'Here is our answer', 'It helped not']);
    // when she is asked how it was, she answers there, once; and this scale is no satisfaction
    await desk.runTask('service.send-survey', [{ ticket: hers, kind: 'nps' }]);
    const asked = async () => (await pia.ask(`/requests/${hers}`)).body['survey'];
    expect(await asked()).toMatchObject({ question: expect.stringContaining('recommend') });
    const rate = (score: number, id = hers) => pia.ask(`/requests/${id}/survey`, { score, comment: 'Quick' });
    expect((await rate(11)).status).toBe(422);
    expect((await rate(9, his)).status).toBe(404);
    expect((await rate(9)).status).toBe(204);
    expect(await asked()).toBeNull();
    expect(await rate(0)).toMatchObject({ status: 410, body: { code: 'service-survey-gone' } });
    expect((await desk.read(hers))['satisfaction']).toBeNull();
  });
  fileTest(deskOf);
  sendFileTest(deskOf);
}

function fileTest(deskOf: () => Desk): void {
  test('a file of a conversation is opened by a signed link of the portal alone', async () => {
    const desk = deskOf();
    const raw = [
      'From: fay@portal.example\r\nTo: support@relata.example\r\nSubject: A file\r\nMessage-ID: <file@portal.example>',
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n',
      '--b\r\nContent-Type: text/plain\r\n\r\nSee this',
      '--b\r\nContent-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\nline one\r\n--b--\r\n',
    ].join('\r\n');
    const id = await desk.taken(Buffer.from(raw));
    const fay = await visit(desk, 'fay@portal.example');
    // The cast: the shape of this answer.
    const { messages } = (await fay.ask(`/requests/${id}`)).body as {
      messages: { files: { href: string }[] }[];
    };
    const path = new URL(messages[0]!.files[0]!.href).pathname;
    expect(await (await desk.world.open(path, {})).text()).toContain('line one');
    expect((await desk.world.open(`${path}x`, {})).status).toBe(400);
    // when an agent answers with a file
    const upload = (who: string) => desk.world.call(who, 'POST', '/api/files?name=manual.txt', 'Page one');
    const file = (await upload('Agent')).body['id'];
    expect((await desk.say(id, { text: 'Here it is', files: [file] })).status).toBe(201);
    // then it goes out with the mail, and stands in the portal
    const [mail] = await desk.world.sql<{ content: { attachments: { name: string; content: string }[] } }[]>`
      select content from core.outbox where recipient = 'fay@portal.example' order by id desc limit 1`;
    const [attached] = mail!.content.attachments;
    expect(attached!.name).toBe('manual.txt');
    expect(Buffer.from(attached!.content, 'base64').toString()).toContain('Page one');
    const after = (await fay.ask(`/requests/${id}`)).body as { messages: { files: { name: string }[] }[] };
    expect(after.messages[1]!.files).toMatchObject([{ name: 'manual.txt' }]);
    // but nobody sends what somebody else uploaded
    const theirs = (await upload('Other')).body['id'];
    expect((await desk.say(id, { text: 'And this', files: [theirs] })).status).toBe(422);
  });

  test('the portal is a page that loads its widget and nothing of the staff’s app', async () => {
    const desk = deskOf();
    const page = await desk.world.open('/p/service/portal', { 'accept-language': 'zh-CN' });
    const html = await page.text();
    expect(html).toContain('lang="zh-CN"');
    expect([...html.matchAll(/src="([^"]+)"/g)].map(([, src]) => src)).toEqual(['/widgets/relata-portal.js']);
    const path = '/api/plugins/service/sites/own/articles';
    expect((await desk.world.open(`${path}?q=lamp`, {})).status).toBe(200);
    const order = async (language: string) => {
      const answer = await desk.world.open(path, { 'accept-language': language });
      // The cast: the shape of this answer.
      const { items } = (await answer.json()) as { items: { title: string }[] };
      return items.map(({ title }) => title);
    };
    const chinese = { title: '灯的使用', body: '<p>按住。</p>', language: 'zh' };
    const article = (await desk.create('article', chinese))['id'];
    await desk.runTask('service.publish-article', [{ article }]);
    expect([(await order('zh-CN'))[0], (await order('en')).at(-1)]).toEqual(['灯的使用', '灯的使用']);
    const foreign = await desk.world.open(path, { origin: 'https://evil.example', host: 'crm.example' });
    expect(foreign.status).toBe(403);
  });
}

function sendFileTest(deskOf: () => Desk): void {
  test('a customer hangs files on the own request; what would run, is too large or not theirs is refused', async () => {
    const desk = deskOf();
    // given
    const own = await visit(desk, 'fay@portal.example');
    const made = await own.ask('/requests', { subject: 'A crack', text: 'See the picture' });
    const id = String(made.body['id']);
    const send = async (pass: string, name: string, bytes: string | Buffer) => {
      const path = `/api/plugins/service/sites/own/portal/requests/${id}/files?name=${encodeURIComponent(name)}`;
      const headers = { 'content-type': 'application/octet-stream', 'relata-visitor': pass };
      const answer = await desk.world.send(path, {
        method: 'POST',
        headers,
        body: new Uint8Array(Buffer.from(bytes)),
      });
      // The cast: the shapes of this route.
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const count = async () =>
      (await desk.world.sql`select 1 from core.file where created_by = 'visitor'`).length;
    // when
    const sent = await send(own.pass, '裂缝.txt', 'It is here');
    // then it stands in the conversation, and agents find it at the request
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(JSON.stringify(sent.body)).toContain('裂缝.txt');
    const { items } = (await desk.world.call('Agent', 'GET', '/api/records/ticket-file?sort=-createdAt'))
      .body;
    expect(items[0]).toMatchObject({ name: '裂缝.txt', ticket: { id } });
    // but nothing that runs, by name or by content, and nothing too large
    expect(await count()).toBe(1);
    expect(await send(own.pass, 'invoice.pdf.exe', 'MZ')).toMatchObject({
      ...{ status: 422, body: { code: 'service-file-kind' } },
    });
    expect((await send(own.pass, 'page.html', '<script>')).status).toBe(422);
    expect((await send(own.pass, 'picture.png', Buffer.from([0x4d, 0x5a, 0, 0]))).status).toBe(422);
    expect((await send(own.pass, 'large.txt', 'x'.repeat(10 * 1_048_576 + 1))).status).toBe(413);
    // and nothing on what is somebody else's
    const other = await visit(desk, 'gus@portal.example');
    expect((await send(other.pass, 'mine.txt', 'x')).status).toBe(404);
    expect((await send('forged', 'mine.txt', 'x')).status).toBe(401);
    expect(await count()).toBe(1);
  });
}
