/** Forms on other people's pages, as a server answers them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
const page = 'https://shop.example';
const both = (text: string) => ({ en: text, 'zh-CN': text });
const words = 'Yes, write to me about news.';
const definition = {
  fields: [
    { field: 'name', isRequired: true },
    { field: 'email', isRequired: true },
    { field: 'city', isRequired: false },
  ],
  texts: { heading: both('Hello'), intro: both(''), button: both('Send'), thanks: both('Thank you.') },
  consents: [{ purpose: 'news', text: both(words), isRequired: true }],
};
let id = '';
let path = '';
beforeAll(async () => {
  world = await appWorld();
  await world.person('Mara', ['campaigns.marketer']);
  const form = { name: 'Newsletter', state: 'live', origins: [page], definition };
  id = String((await world.call('Mara', 'POST', '/api/records/lead-form', form)).body['id']);
  const made = await world.call('Mara', 'GET', `/api/records/lead-form/${id}`);
  path = `/api/plugins/campaigns/forms/${String(made.body['key'])}`;
});

afterAll(() => world.close());

const ask = async (origin: string, init: RequestInit = {}) => {
  const headers = { origin, 'content-type': 'application/json', host: 'crm.example' };
  const answer = await world.send(path, { ...init, headers });
  // The cast: the answers of these routes are objects.
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, readableBy: answer.headers.get('access-control-allow-origin'), body };
};
const challenge = async (): Promise<string> => String((await ask(page)).body['challenge']);
const send = (body: Record<string, unknown>) => ask(page, { method: 'POST', body: JSON.stringify(body) });
const filled = (given: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  values: { name: 'Ada Roth', email: 'ada@roth.example', ...given },
  consents: [{ purpose: 'news', text: words, isGiven: true }],
  page: `${page}/contact`,
  ...more,
});
const pause = () => new Promise((resolve) => setTimeout(resolve, 1_600));

test('a page that may show it gets it, all others a sentence; a page asks first', async () => {
  const shown = await ask(page);
  expect(shown).toMatchObject({ status: 200, readableBy: page });
  expect(shown.body).toMatchObject({
    fields: [{ id: 'name', label: 'Name', isRequired: true }, { id: 'email' }, { id: 'city', type: 'text' }],
    consents: [{ purpose: 'news', text: words }],
  });
  const foreign = await ask('https://evil.example');
  expect(foreign).toMatchObject({ status: 403, body: { code: 'origin-not-allowed' } });
  expect(foreign.body['detail']).toContain('https://evil.example');
  // a file opened from a computer has no website that could be named
  const file = await ask('null');
  expect(file).toMatchObject({ status: 403, body: { code: 'origin-nameless' } });
  expect(file.body['detail']).toContain('only on a website');
  const preflight = await world.send(path, { method: 'OPTIONS', headers: { origin: page } });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
});

test('what is sent makes a contact with the proof of consent, once; who is known keeps what is known', async () => {
  const [first, second] = [await challenge(), await challenge()];
  // when a program sends it at once, fills in what nobody sees, or forges the challenge
  expect((await send(filled({}, { challenge: first }))).body).toMatchObject({ code: 'form-machine' });
  await pause();
  expect((await send(filled({}, { challenge: first, website: 'x' }))).body).toMatchObject({
    code: 'form-machine',
  });
  expect((await send(filled({}, { challenge: 'e30.x' }))).body).toMatchObject({ code: 'link-forged' });
  // when what was shown is not what is said to have been shown
  const other = [{ purpose: 'news', text: 'Something else', isGiven: true }];
  expect((await send(filled({}, { challenge: first, consents: other }))).status).toBe(409);
  // when something is missing, or is not what it should be
  const unticked = [{ purpose: 'news', text: words, isGiven: false }];
  const lacking = await send(filled({ name: '' }, { challenge: first, consents: unticked }));
  expect(lacking.body['errors']).toMatchObject([{ pointer: '/values/name' }, { pointer: '/consents/news' }]);
  const wrong = await send(filled({ email: 'nobody' }, { challenge: first }));
  expect(wrong.body['errors']).toMatchObject([{ pointer: '/values/email', code: 'not-email' }]);
  // when it is right, and sent twice
  const both201 = await Promise.all([1, 2].map(() => send(filled({ city: 'Turin' }, { challenge: first }))));
  const thanks = { thanks: 'Thank you.', isToConfirm: true };
  expect(both201.map(({ status, body }) => [status, body])).toMatchObject([
    [201, thanks],
    [201, thanks],
  ]);
  // and once more by somebody who types the same address
  const more = { name: 'Not Ada', email: 'ADA@roth.example', city: 'Rome' };
  expect((await send(filled(more, { challenge: second }))).status).toBe(201);
  // then there is one contact, as it was made, with two submissions and the words as they were shown
  const filter = encodeURIComponent(JSON.stringify({ email: 'ada@roth.example' }));
  const found = await world.call('Mara', 'GET', `/api/records/contact?filter=${filter}`);
  expect(found.body.items).toMatchObject([{ name: 'Ada Roth', city: 'Turin', language: 'en' }]);
  const [contact] = found.body.items;
  const sent = await world.call('Mara', 'GET', '/api/records/form-submission?sort=submittedAt');
  expect(sent.body.items).toMatchObject([
    {
      who: 'Ada Roth',
      language: 'en',
      confirmedAt: null,
      contact: { id: contact!['id'] },
      isNew: true,
      page: `${page}/contact`,
    },
    { who: 'Not Ada', isNew: false, values: { city: 'Rome' } },
  ]);
  const consent = await world.call('Mara', 'GET', '/api/consents?address=ada@roth.example');
  expect(consent.body.items.find(({ purpose }) => purpose === 'news')).toMatchObject({
    state: 'asked',
    shown: words,
    source: `Newsletter: ${page}/contact`,
  });
  // and flows that wait for it were told
  const told = await world.sql`select payload->>'name' as name from core.job
    where kind = 'flow.happening' and payload::jsonb->'ids' ? ${String(contact!['id'])}`;
  expect(
    told.map(({ name }) => String(name)).filter((name) => name === 'campaigns.form-submitted'),
  ).toHaveLength(2);
  // when the link of the mail is followed, flows are told too, and what was filled in counts as confirmed
  const [mail] = await world.sql<{ text: string }[]>`
    select content->>'text' as text from core.outbox where recipient = 'ada@roth.example' order by created_at limit 1`;
  const link = new URL(/http\S+\/confirm\/\S+/.exec(mail!.text)![0]);
  expect((await world.send(link.pathname, { method: 'POST' })).status).toBe(200);
  const given = await world.sql`select type from core.event
    where record_id = ${String(contact!['id'])} and type like 'consent.%'`;
  expect(given.map(({ type }) => String(type))).toEqual(['consent.given']);
});

test('a form that cannot be shown is not kept; who asks too often waits', async () => {
  for (const [values, code] of [
    [{ origins: ['shop.example/path'] }, 'not-origin'],
    [{ definition: { ...definition, fields: [{ field: 'name', isRequired: true }] } }, 'form-no-email'],
    [{ definition: { fields: 7 } }, 'form-malformed'],
  ] as const) {
    const refused = await world.call('Mara', 'PATCH', `/api/records/lead-form/${id}`, values);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code }] } });
  }
  const answers = await Promise.all(Array.from({ length: 25 }, () => send({})));
  const often = answers.filter(({ status }) => status === 429);
  expect(often.length).toBeGreaterThan(4);
  expect(String(often[0]!.body['detail'])).toMatch(/in \d+ seconds/);
});
